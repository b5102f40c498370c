import type { Duty } from '@concord/domain';
import { holdersOf } from '@concord/domain';
import { useMemo } from 'react';
import { Panel } from '../kit/panel';
import { useAll, useNow } from '../live/live-context';
import { dutyWords } from '../words/codes';
import styles from './side-panels.module.css';

const shown = (Object.keys(dutyWords) as Duty[]).filter((duty) => duty !== 'amhp' && duty !== 'demo');

/** Who is called when a clock is due or over: the rota's answer for this minute. */
export const DutiesPanel = () => {
  const minute = useNow().slice(0, 17);
  const rotas = useAll('rota');
  const duties = useMemo(() => {
    const all = [...rotas.values()];
    const kept = new Set(all.map(({ duty }) => duty));
    return shown
      .filter((duty) => kept.has(duty))
      .map((duty) => ({ duty, people: holdersOf(all, duty, `${minute}00.000Z`) }));
  }, [rotas, minute]);
  return (
    <Panel title="On call for">
      <dl className={styles.duties}>
        {duties.map(({ duty, people }) => (
          <div key={duty}>
            <dt>{dutyWords[duty]}</dt>
            <dd>{people.length === 0 ? 'Nobody' : people.map(({ name }) => name).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};
