import type { PersonOutline } from '@concord/domain';
import { mustTreatAsUnder18 } from '@concord/domain';
import type { ReactNode } from 'react';
import { Glyph } from '../kit/glyph';
import styles from './fact-form.module.css';

interface Props {
  readonly person: PersonOutline;
  readonly children: ReactNode;
}

/** The conditions of SI 2017/1036 reg 2, each to be said by a named person. The server decides whether they are met. */
export const StationGrounds = ({ person, children }: Props) => (
  <div className={styles.grounds}>
    {mustTreatAsUnder18(person) ? (
      <p className={styles.never}>
        <Glyph name="law" size={16} />A person under 18, or who may be, must never be taken to a police
        station (MHA 1983 s136A).
      </p>
    ) : (
      <p className={styles.never}>
        <Glyph name="law" size={16} />
        An adult may be taken to a police station only if all of these are so (SI 2017/1036 reg 2).
      </p>
    )}
    {children}
  </div>
);
