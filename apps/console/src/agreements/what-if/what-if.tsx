import type { Agreement } from '@concord/domain';
import { useState } from 'react';
import { refusalWords } from '../../api/refusal-words';
import { Button } from '../../kit/button';
import { NumberField } from '../../kit/number-field';
import { Panel } from '../../kit/panel';
import { Progress } from '../../kit/progress';
import { useConnected, useLive } from '../../live/live-context';
import { fullTime } from '../../time/london';
import styles from '../agreements.module.css';
import { Results } from './results';
import { didOf, wouldOf } from './sums';
import type { WhatIfRun } from './use-what-if';
import { useWhatIf } from './use-what-if';

const usual = [1, 7, 14, 28] as const;
const MOST_DAYS = 366;

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const progressWords = ({ pieces, days }: WhatIfRun): string => {
  const incidents = pieces.reduce((sum, piece) => sum + piece.incidents, 0);
  const would = counted(wouldOf(pieces).length, 'step');
  return `${pieces.length} of ${counted(days, 'day')}: ${counted(incidents, 'incident')}, ${would} would have fired, ${didOf(pieces).length} did`;
};

/** How the run stands, where it did not simply end. */
const Stopped = ({ run, onGoOn }: { readonly run: WhatIfRun; readonly onGoOn: () => void }) => {
  const { clock } = useLive();
  if (run.state !== 'cancelled' && run.state !== 'failed') return null;
  return (
    <div className={styles.notice} data-testid="run-stopped">
      <p>
        <strong>
          {run.state === 'cancelled' ? 'Cancelled' : 'Stopped'} after {run.pieces.length} of{' '}
          {counted(run.days, 'day')}.
        </strong>{' '}
        {run.failure && refusalWords(run.failure, clock.now()).says} What is shown is of those days alone.
      </p>
      <div>
        <Button onClick={onGoOn}>Go on from there</Button>
      </div>
    </div>
  );
};

/** A version tried on the last days: how far it is, and then what would have fired against what did. */
export const WhatIf = ({ version }: { readonly version: Agreement }) => {
  const connected = useConnected();
  const { run, start, goOn, cancel } = useWhatIf(version.id, version.revision);
  const [days, setDays] = useState(7);
  const [asked, setAsked] = useState(false);
  const fits = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  const running = run?.state === 'running';
  return (
    <>
      <Panel title="Try it on the past">
        <form
          className={styles.body}
          aria-label="Try it on the past"
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(true);
            if (fits && connected && !running) start(days);
          }}
        >
          <p className={styles.note}>
            The incidents of the last days, exactly as they were recorded, under version {version.version}:
            what its ladders would have fired, beside what fired in life. Nothing is changed and nobody is
            called. Left out are the alarms about places, which no incident starts: a status that grows old,
            at {version.freshness.confirmAfterMinutes} and {version.freshness.unknownAfterMinutes} min in this
            version. They follow what each place says, and the past does not say what it would have said.
          </p>
          <div className={styles.asked}>
            <NumberField
              label="Days"
              value={days}
              problem={asked && !fits ? `A whole number of days, from 1 to ${MOST_DAYS}.` : undefined}
              onChange={setDays}
            />
            {usual.map((count) => (
              <Button key={count} aria-pressed={days === count} onClick={() => setDays(count)}>
                {count === 1 ? '1 day' : `${count} days`}
              </Button>
            ))}
          </div>
          <div className={styles.tools}>
            <Button look="primary" type="submit" aria-disabled={running || !connected}>
              {running ? 'Running…' : 'Run'}
            </Button>
            {running && <Button onClick={cancel}>Cancel</Button>}
          </div>
          {run && (
            <Progress label="Days done" done={run.pieces.length} of={run.days} words={progressWords(run)} />
          )}
          {run && <Stopped run={run} onGoOn={goOn} />}
        </form>
      </Panel>
      {run && run.revision !== version.revision && (
        <p className={styles.notice}>
          <strong>The draft has changed since.</strong> Run it again to see what it would do now.
        </p>
      )}
      {run && !running && run.pieces.length > 0 && (
        <>
          <p className={styles.note}>
            As it stood on {fullTime(run.until)}. A step is one rung of one ladder; it may call several
            people.
          </p>
          <Results pieces={run.pieces} version={version.version} />
        </>
      )}
    </>
  );
};
