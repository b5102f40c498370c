import type { AlternativeStanding } from '@concord/domain';
import { Badge } from '../kit/badge';
import type { GlyphName } from '../kit/glyph';

const words: Readonly<Record<AlternativeStanding, string>> = {
  offer: 'OPEN',
  ring: 'RING FIRST',
  later: 'LATER',
  no: 'NOT NOW',
};
const tones: Readonly<Record<AlternativeStanding, GlyphName>> = {
  offer: 'running',
  ring: 'stale',
  later: 'soon',
  no: 'stopped',
};

/** How an alternative stands for this person, in glyph and word. */
export const StandingBadge = ({ standing }: { readonly standing: AlternativeStanding }) => (
  <Badge tone={tones[standing]}>{words[standing]}</Badge>
);
