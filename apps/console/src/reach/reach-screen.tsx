import { Link } from '@tanstack/react-router';
import type { ReachReport } from '@concord/domain';
import { nightlyAfter, REACH_DAYS } from '@concord/domain';
import { useMayCall } from '../app/session';
import { useCommand } from '../commands';
import { DeskFrame } from '../frame/desk-frame';
import { Badge } from '../kit/badge';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Panel } from '../kit/panel';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import { fullTime } from '../time/london';
import { ReachTable } from './reach-table';
import { useReach } from './use-reach';
import styles from './reach.module.css';

const takenWords = ({ askedBy, takenAt, steps, until }: ReachReport): string =>
  `${askedBy ? `${askedBy.name} looked` : 'The nightly look was made'} at ${fullTime(takenAt)}: ${steps} steps, up to ${fullTime(until)}.`;

/** Which step of which ladder would reach nobody in the week ahead, and what to do about it. */
export const ReachScreen = () => {
  const now = `${useNow().slice(0, 17)}00.000Z`;
  const loaded = useBoardRevision() !== null;
  const { report, missed } = useReach(now);
  const rotas = useAll('rota');
  const mayLook = useMayCall()('checkReach');
  const look = useCommand('checkReach', 'Looked again');
  const worst = report?.gaps.filter(({ kind }) => kind !== 'other-ways-only').length ?? 0;
  return (
    <DeskFrame>
      <div className={styles.screen} tabIndex={0} role="region" aria-label="Who would be reached">
        <h1>Who would be reached</h1>
        <p className={styles.back}>
          <Link to="/on-call">On call</Link>
        </p>
        <Panel title="The last look" aside={worst > 0 && <Badge tone="over">{worst} to put right</Badge>}>
          <div className={styles.said}>
            <p>
              {report && takenWords(report)}
              {!report && loaded && 'No night has passed yet, and nobody has asked.'} Every night at 06:00
              each step of each ladder is tried against the rotas and contact methods of the next {REACH_DAYS}{' '}
              days; next at {fullTime(nightlyAfter(now))}. Those who keep the rotas are told of what is new
              and of what begins within a day.
            </p>
            {missed && (
              <p role="alert">
                <Badge tone="over">Not made</Badge> The look of {fullTime(missed)} has not been made. Look
                now, and tell whoever runs Concord.
              </p>
            )}
            {mayLook && (
              <div>
                <CommandButton command={look} look="primary" onPress={() => look.send({}, {})}>
                  Look again now
                </CommandButton>
              </div>
            )}
            <CommandResult command={look} />
          </div>
        </Panel>
        {report && (
          <Panel title="To put right">
            {report.gaps.length === 0 ? (
              <p className={styles.said}>
                <span>
                  <Badge tone="stopped">Nothing to put right</Badge> Every step of every ladder would have
                  reached somebody at any time.
                </span>
              </p>
            ) : (
              <ReachTable report={report} rotas={rotas} now={now} />
            )}
          </Panel>
        )}
      </div>
    </DeskFrame>
  );
};
