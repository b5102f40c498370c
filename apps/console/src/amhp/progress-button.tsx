import type { AmhpRequest } from '@concord/domain';
import { useState } from 'react';
import type { Command } from '../commands';
import { CommandButton } from '../kit/command-button';
import { TimeField, instantToSend } from '../kit/time-field';
import { useLive } from '../live/live-context';
import styles from './amhp-screen.module.css';

interface Props {
  readonly request: AmhpRequest;
  readonly next: 'travelling' | 'on-scene';
  readonly command: Command<'amhpProgress'>;
  readonly shortcut: string | undefined;
}

const words = { travelling: 'I am travelling', 'on-scene': 'I am on scene' } as const;

/** One tap for now; folded away, the time it really was. */
export const ProgressButton = ({ request, next, command, shortcut }: Props) => {
  const { clock } = useLive();
  const [when, setWhen] = useState('now');
  const press = () => {
    const time = instantToSend(when, clock.now());
    if ('problem' in time) return;
    command.send({ requestId: request.id }, { state: next, ...time });
  };
  return (
    <>
      <CommandButton large look="primary" shortcut={shortcut} command={command} onPress={press}>
        {words[next]}
      </CommandButton>
      <details className={styles.earlier}>
        <summary>It was earlier</summary>
        <TimeField value={when} onChange={setWhen} withChips />
      </details>
    </>
  );
};
