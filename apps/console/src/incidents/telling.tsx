import type { LateEntry } from '@concord/domain';
import { useState } from 'react';
import { ChipChoice } from '../kit/chips';
import { TextField } from '../kit/text-field';
import { useNow } from '../live/live-context';
import { lateEntryWords } from '../words/law-codes';
import styles from './telling.module.css';
import type { Told } from './told';
import { isLate } from './told';

const words: Readonly<Record<LateEntry | 'not-said', string>> = { ...lateEntryWords, 'not-said': 'not said' };
const order = ['not-said', 'paper', 'no-signal', 'told-later'] as const;

interface Props {
  /** The time as typed beside it. */
  readonly typed: string;
  readonly value: Told;
  readonly onChange: (told: Told) => void;
}

/** Asks why it is entered only now, if it was long ago; and, folded away, on whose word it is. */
export const Telling = ({ typed, value, onChange }: Props) => {
  const late = isLate(typed, useNow());
  const [opened, setOpened] = useState(value.source !== '');
  return (
    <div className={styles.telling}>
      {late && (
        <ChipChoice
          legend="Entered late"
          words={words}
          codes={order}
          value={value.late ?? 'not-said'}
          onChange={(code) => onChange({ ...value, late: code === 'not-said' ? undefined : code })}
        />
      )}
      <details
        className={styles.source}
        open={opened || (late && value.late === 'told-later')}
        onToggle={(event) => setOpened(event.currentTarget.open)}
      >
        <summary>On somebody else’s word</summary>
        <TextField
          label="On whose word"
          value={value.source}
          onChange={(source) => onChange({ ...value, source })}
        />
      </details>
    </div>
  );
};
