import type { Incident } from '@concord/domain';
import { useEffect, useRef, useState } from 'react';
import { useMayCall } from '../app/session';
import { Button } from '../kit/button';
import { personKnown } from '../words/person-known';
import { DescribeForm } from './person-describe-form';
import { PersonIdentity } from './person-identity';
import { IdentityForm } from './person-identity-form';
import styles from './person-panel.module.css';
import { RiskForm } from './risk-form';
import { ExpiredRisks, Risks } from './risks';

interface Props {
  readonly incident: Incident;
  /** A phone's card has already said who and which risks. */
  readonly phone?: boolean;
}

type Form = 'describe' | 'risk' | 'identify';

const forms = { describe: DescribeForm, risk: RiskForm, identify: IdentityForm } as const;

/** All that is known of the person of an incident, and how to say more. */
export const PersonPanel = ({ incident, phone = false }: Props) => {
  const mayCall = useMayCall();
  const [open, setOpen] = useState<Form>();
  const [identified, setIdentified] = useState(0);
  const panel = useRef<HTMLElement>(null);
  const opened = useRef<Form>(undefined);
  const known = personKnown(incident.person);
  const Open = open && forms[open];
  // The button that opened the form is gone, and then the form is: the focus goes along, not off the page.
  useEffect(() => {
    if (open && !phone) panel.current?.querySelector<HTMLElement>('form input')?.focus();
    if (!open && opened.current) panel.current?.focus();
    opened.current = open;
  }, [open, phone]);
  const close = () => {
    if (open === 'identify') setIdentified((times) => times + 1);
    setOpen(undefined);
  };
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label="The person"
      data-testid="person"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      {!phone && <Risks person={incident.person} />}
      {known.length > 0 && (
        <dl className={styles.known}>
          {known.map(({ label, says }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
      <ExpiredRisks person={incident.person} />
      {Open ? (
        <Open incident={incident} phone={phone} onDone={close} />
      ) : (
        <div className={styles.buttons}>
          {mayCall('recordFact') && (
            <>
              <Button look="quiet" onClick={() => setOpen('risk')}>
                Note a risk
              </Button>
              <Button look="quiet" onClick={() => setOpen('describe')}>
                More about the person
              </Button>
            </>
          )}
          {mayCall('identifyPerson') && (
            <Button look="quiet" onClick={() => setOpen('identify')}>
              Who they are
            </Button>
          )}
        </div>
      )}
      <PersonIdentity key={identified} incidentId={incident.id} />
    </section>
  );
};
