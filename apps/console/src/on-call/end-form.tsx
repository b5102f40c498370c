import type { Instant, Rota } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import form from '../incidents/fact-form.module.css';
import { FormEnd } from '../kit/form-end';
import { MomentField } from '../kit/moment-field';
import { useAll } from '../live/live-context';
import { fullTime } from '../time/london';
import { instantOfMoment, momentOf } from '../time/moment';
import { dutyWords } from '../words/codes';
import { problemsOf } from './field-problems';
import { useFirstFocused } from './use-first-focused';
import styles from './on-call.module.css';

interface Props {
  readonly rota: Rota;
  readonly now: Instant;
  readonly onDone: () => void;
}

/** Ends a rota, at once or at a time to come, and says beforehand what is left of its duty. */
export const EndForm = ({ rota, now, onDone }: Props) => {
  const command = useCommand('endRota', `${rota.name} ended`);
  const rotas = useAll('rota');
  const [opened] = useState(now);
  const [said, setSaid] = useState(momentOf(opened));
  const at = instantOfMoment(said, 'beginning');
  const end = typeof at === 'string' ? at : undefined;
  const others = [...rotas.values()].filter(
    ({ id, duty, until }) => id !== rota.id && duty === rota.duty && (until === null || until > (end ?? now)),
  );
  const problem = problemsOf(command);
  // The minute shown has begun by then: whoever leaves it as it is means now.
  const atOnce = end === opened;
  const self = useFirstFocused();
  return (
    <form
      ref={self}
      className={form.form}
      aria-label={`End ${rota.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!end) return;
        command.send(
          { rotaId: rota.id },
          { ...(atOnce ? {} : { at: end }), seenRevision: rota.revision },
          onDone,
        );
      }}
    >
      <h3>End this rota</h3>
      <div className={styles.fields}>
        <MomentField
          label="Ends"
          value={said}
          onChange={setSaid}
          problem={typeof at === 'string' ? problem('at') : at.problem}
        />
      </div>
      <p>
        {others.length === 0 ? (
          <strong>
            From then on nobody is on call as {dutyWords[rota.duty]}: this is the only rota of that duty.
          </strong>
        ) : (
          <>
            From then on {dutyWords[rota.duty]} is asked of {others.map(({ name }) => name).join(', ')} only.
          </>
        )}{' '}
        Once ended, it can only be made anew.
        {end && !atOnce && ` It ends at ${fullTime(end)}.`}
      </p>
      <FormEnd
        command={command}
        look="danger"
        does={atOnce ? 'End it now' : 'End it then'}
        onLeave={onDone}
      />
    </form>
  );
};
