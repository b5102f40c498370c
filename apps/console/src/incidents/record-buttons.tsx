import type { Incident } from '@concord/domain';
import { useState } from 'react';
import { Button } from '../kit/button';
import { FactForm } from './fact-form';
import type { FactValues } from './fact-forms/fact-field';
import type { RecordedKind } from './fact-forms/forms';
import { formOf } from './fact-forms/forms';
import { offeredNow } from './offered-kinds';
import styles from './record-buttons.module.css';
import { grouped, groupWords } from './step-groups';
import { useMayRecord } from './use-may-record';

interface Props {
  readonly incident: Incident;
  /** What this screen's person records, the likeliest first. */
  readonly kinds: readonly RecordedKind[];
  readonly given?: Readonly<Partial<Record<RecordedKind, FactValues>>>;
  readonly words?: Readonly<Partial<Record<RecordedKind, string>>>;
  /** Something likelier stands above: none of these stands out. */
  readonly besides?: boolean;
  /** The key of the likeliest. */
  readonly shortcut?: string | undefined;
}

/** Everything else that this person may record now, by what it is about. */
const SomethingElse = ({
  incident,
  kinds,
  onOpen,
}: {
  readonly incident: Incident;
  readonly kinds: readonly RecordedKind[];
  readonly onOpen: (kind: RecordedKind) => void;
}) => {
  const { course, groups } = grouped(kinds.map((fact) => ({ kind: 'record', fact })));
  const parts = [
    { name: 'Course', steps: course },
    ...groups.map(({ name, steps }) => ({ name: groupWords[name], steps })),
  ];
  return (
    <details className={styles.more}>
      <summary>Something else to record</summary>
      {parts
        .filter(({ steps }) => steps.length > 0)
        .map(({ name, steps }) => (
          <div key={name} className={styles.part} role="group" aria-label={name}>
            <h3>{name}</h3>
            <div className={styles.others}>
              {steps.map(
                (step) =>
                  step.kind === 'record' && (
                    <Button key={step.fact} large onClick={() => onOpen(step.fact)}>
                      {formOf(step.fact, incident).says}
                    </Button>
                  ),
              )}
            </div>
          </div>
        ))}
    </details>
  );
};

/** The facts that this person can record now: one large button for the likeliest, the rest smaller. */
export const RecordButtons = ({
  incident,
  kinds,
  given = {},
  words = {},
  besides = false,
  shortcut,
}: Props) => {
  const [open, setOpen] = useState<RecordedKind>();
  const mayRecord = useMayRecord();
  const allowed = offeredNow(incident).filter(mayRecord);
  const stop = () => setOpen(undefined);
  if (open && allowed.includes(open)) {
    return (
      <FactForm
        key={open}
        incident={incident}
        kind={open}
        given={given[open]}
        settled={open === 'arrived' && given.arrived ? ['placeId'] : []}
        phone
        onDone={stop}
        onCancel={stop}
      />
    );
  }
  const [first, ...others] = kinds.filter((kind) => allowed.includes(kind));
  const rest = allowed.filter((kind) => !kinds.includes(kind));
  return (
    <div className={styles.buttons}>
      {first && (
        <Button
          look={besides ? 'secondary' : 'primary'}
          large
          shortcut={shortcut}
          onClick={() => setOpen(first)}
        >
          {words[first] ?? formOf(first, incident).says}
        </Button>
      )}
      {others.length > 0 && (
        <div className={styles.others}>
          {others.map((kind) => (
            <Button key={kind} large onClick={() => setOpen(kind)}>
              {words[kind] ?? formOf(kind, incident).says}
            </Button>
          ))}
        </div>
      )}
      {rest.length > 0 && <SomethingElse incident={incident} kinds={rest} onOpen={setOpen} />}
    </div>
  );
};
