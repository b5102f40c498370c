import type { Incident } from '@concord/domain';
import { useCommand } from '../commands';
import { FormEnd } from '../kit/form-end';
import { factBody } from './fact-body';
import { FactEntryFields } from './fact-entry-fields';
import type { FactValues } from './fact-forms/fact-field';
import type { RecordedKind } from './fact-forms/forms';
import { formOf } from './fact-forms/forms';
import styles from './fact-form.module.css';
import { useFactEntry } from './use-fact-entry';
import { WhatChanges } from './what-changes';

interface Props {
  readonly incident: Incident;
  readonly kind: RecordedKind;
  /** What is already known, such as the place that is held. */
  readonly given?: FactValues | undefined;
  /** Fields whose given value is not in question here, and so are not asked. */
  readonly settled?: readonly string[] | undefined;
  readonly phone?: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Records one fact: the time first, then what the fact needs, then why it was refused if it was. */
export const FactForm = ({ incident, kind, given, settled, phone = false, onDone, onCancel }: Props) => {
  const { says, first } = formOf(kind, incident);
  const command = useCommand('recordFact', `${says}: recorded`);
  const entry = useFactEntry(incident, kind, { values: { ...first, ...given } });

  const made = () => {
    const telling = entry.telling();
    return 'problem' in telling
      ? { problems: { happenedAt: telling.problem } }
      : factBody(kind, entry.values, entry.asking, telling.told);
  };
  const submit = () => {
    const now = made();
    if ('problems' in now) return entry.setProblems(now.problems);
    entry.setProblems({});
    command.send({ incidentId: incident.id }, now.body, onDone);
  };
  const ready = made();

  return (
    <form
      className={styles.form}
      aria-label={says}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <FactEntryFields entry={entry} phone={phone} settled={settled} />
      <div className={styles.foot}>
        {'body' in ready && <WhatChanges incident={incident} body={ready.body} />}
        <FormEnd command={command} does={`Record: ${says.toLowerCase()}`} large={phone} onLeave={onCancel} />
      </div>
    </form>
  );
};
