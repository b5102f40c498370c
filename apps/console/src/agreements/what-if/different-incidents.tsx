import type { CalledStep } from '@concord/domain';
import { useState } from 'react';
import { RecordLink } from '../../incidents/record-link';
import { Badge } from '../../kit/badge';
import { Button } from '../../kit/button';
import { Nothing } from '../../kit/nothing';
import { Panel } from '../../kit/panel';
import { fullTime } from '../../time/london';
import styles from '../agreements.module.css';
import { dutiesWords } from '../term-words';
import { Fold } from '../write/fold';
import type { IncidentSum } from './sums';

const AT_ONCE = 25;

const Steps = ({ title, steps }: { readonly title: string; readonly steps: readonly CalledStep[] }) => (
  <div>
    <h3>{title}</h3>
    {steps.length === 0 ? (
      <p className={styles.quiet}>Nothing.</p>
    ) : (
      <ol className={styles.fired}>
        {steps.map(({ clock, level, firedAt, duties }, i) => (
          <li key={i}>
            <Badge tone={level}>{level === 'over' ? 'OVER' : 'DUE'}</Badge>{' '}
            <span>
              {fullTime(firedAt)} · {clock} → {dutiesWords(duties)}
            </span>
          </li>
        ))}
      </ol>
    )}
  </div>
);

const Incident = ({ sum }: { readonly sum: IncidentSum }) => {
  const [open, setOpen] = useState(false);
  const { incidentId, incidentRef, would, did, differs } = sum;
  return (
    <Fold
      open={open}
      onToggle={setOpen}
      summary={
        <>
          <strong>{incidentRef}</strong>{' '}
          <span className={styles.quiet}>
            would {would.length}, did {did.length}
            {!differs && ', the same'}
          </span>
        </>
      }
    >
      {() => (
        <div className={styles.body} data-incident={incidentRef}>
          <div className={styles.sides}>
            <Steps title="Would have fired" steps={would} />
            <Steps title="Did fire" steps={did} />
          </div>
          <RecordLink incidentId={incidentId} />
        </div>
      )}
    </Fold>
  );
};

/** The incidents on which the version would have made a difference, each with when and to whom; on request the rest. */
export const DifferentIncidents = ({ incidents }: { readonly incidents: readonly IncidentSum[] }) => {
  const [all, setAll] = useState(false);
  const [shown, setShown] = useState(AT_ONCE);
  const different = incidents.filter(({ differs }) => differs);
  const listed = all ? incidents : different;
  return (
    <Panel
      title={`Incidents that would have gone otherwise: ${different.length} of ${incidents.length}`}
      aside={
        <Button aria-pressed={all} onClick={() => setAll(!all)}>
          Also those that would not
        </Button>
      }
    >
      <div className={styles.body}>
        {listed.length === 0 && <Nothing>Every one would have gone as it did.</Nothing>}
        {listed.slice(0, shown).map((sum) => (
          <Incident key={sum.incidentId} sum={sum} />
        ))}
        {listed.length > shown && (
          <div>
            <Button onClick={() => setShown(shown + AT_ONCE)}>
              Show more ({listed.length - shown} left)
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
};
