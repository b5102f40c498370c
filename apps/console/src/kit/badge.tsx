import type { ReactNode } from 'react';
import type { GlyphName } from './glyph';
import { Glyph } from './glyph';
import styles from './badge.module.css';

interface Props {
  readonly tone: GlyphName;
  readonly children: ReactNode;
  readonly large?: boolean;
}

/** Glyph, word and colour together: no state is told by colour alone. */
export const Badge = ({ tone, children, large = false }: Props) => (
  <span className={styles.badge} data-tone={tone} data-large={large || undefined}>
    <Glyph name={tone} size={large ? 15 : 12} />
    <span>{children}</span>
  </span>
);
