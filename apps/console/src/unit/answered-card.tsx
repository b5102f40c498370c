import type { Hold, Instant } from '@concord/domain';
import { minutesBetween } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ReasonField } from '../incidents/reason-field';
import { Button } from '../kit/button';
import { FormEnd } from '../kit/form-end';
import { hourMinute } from '../time/london';
import { refusalReasonWords } from '../words/codes';
import styles from './incoming.module.css';

/** A refusal can be thought better of for this long; other endings are only shown for a while. */
const REFUSED_SHOWN_MINUTES = 120;
const ENDED_SHOWN_MINUTES = 20;

/** Whether what became of a request is still news to this suite. */
export const isAnswered = (hold: Hold, reversed: ReadonlySet<string>, now: Instant): boolean => {
  if (reversed.has(hold.id)) return false;
  if (hold.state === 'refused')
    return hold.answeredAt !== null && minutesBetween(hold.answeredAt, now) < REFUSED_SHOWN_MINUTES;
  if (hold.state !== 'released' && hold.state !== 'expired') return false;
  return minutesBetween(hold.answeredAt ?? hold.expiresAt, now) < ENDED_SHOWN_MINUTES;
};

const what = ({ state, refusal, answeredAt, answeredBy, endedBecause }: Hold): string => {
  if (state === 'refused' && refusal)
    return `Refused ${answeredAt ? hourMinute(answeredAt) : ''} by ${answeredBy?.name ?? 'this suite'}: ${refusalReasonWords[refusal.reason].toLowerCase()}. ${refusal.rationale}`;
  if (state === 'expired') return 'The time ran out: the control room asks elsewhere.';
  return `No longer needed${endedBecause ? `: ${endedBecause}` : ''}. There is nothing to do.`;
};

const ReverseForm = ({ hold, onStop }: { readonly hold: Hold; readonly onStop: () => void }) => {
  const [reason, setReason] = useState('');
  const command = useCommand('reverseRefusal', `${hold.incidentRef}: accepted after all`);
  return (
    <form
      className={styles.form}
      aria-label="Take them after all"
      onSubmit={(event) => {
        event.preventDefault();
        command.send({ holdId: hold.id }, { reason }, onStop);
      }}
    >
      <ReasonField
        label="What has changed"
        hint="The refusal stays on the record beside it."
        value={reason}
        onChange={setReason}
      />
      <FormEnd command={command} does="Take them after all" large leave="Back" onLeave={onStop} />
    </form>
  );
};

/** What became of a request that is no longer open here: refused, withdrawn because another suite took them, or lapsed. */
export const AnsweredCard = ({ hold, onNoted }: { readonly hold: Hold; readonly onNoted: () => void }) => {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.answered} data-testid="answered" aria-label={`${hold.incidentRef}, answered`}>
      <p>
        <strong>{hold.incidentRef}</strong> {what(hold)}
      </p>
      {open ? (
        <ReverseForm hold={hold} onStop={() => setOpen(false)} />
      ) : (
        <div className={styles.smaller}>
          {hold.state === 'refused' && <Button onClick={() => setOpen(true)}>Take them after all…</Button>}
          <Button look="quiet" onClick={onNoted}>
            Noted
          </Button>
        </div>
      )}
    </section>
  );
};
