import type { Agreement, FieldFault } from '@concord/domain';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../frame/announcer';
import { useConnected } from '../../live/live-context';
import { Panel } from '../../kit/panel';
import styles from '../agreements.module.css';
import { changeLines } from '../change-words';
import { useNames } from '../use-names';
import { faultAt, faultsOf, refusedFields } from './faults';
import { GeneralFields } from './general-fields';
import { SaveBar } from './save-bar';
import { SomebodyElse } from './somebody-else';
import { TravelFields } from './travel-fields';
import { useDraft } from './use-draft';
import { WaitList } from './wait-list';
import { WarningList } from './warning-list';

const stateWords = { approved: 'approved', withdrawn: 'withdrawn', draft: '' } as const;

/** The fold that holds the control of a path, where one does. */
const foldOf = (field: string): string | undefined =>
  /^(?:thresholds|statutoryLadders)\.[^.]+/.exec(field)?.[0];

/** Puts the focus on the control of a path, or on the nearest part that holds it. */
const focusOn = (form: HTMLElement, field: string): void => {
  for (let path = field; path; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const part = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    const control = part?.querySelector<HTMLElement>('input, select, textarea, button');
    if (control) return control.focus();
  }
};

/** The whole of a draft as a form. What could not be kept is said beside its control before anything is sent. */
export const DraftForm = ({ live }: { readonly live: Agreement }) => {
  const draft = useDraft(live);
  const connected = useConnected();
  const names = useNames();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const [open, setOpenParts] = useState<ReadonlySet<string>>(new Set());
  const { base, terms, theirs, command, change } = draft;
  const found = faultsOf(terms);
  const faults: readonly FieldFault[] = [...(asked ? found : []), ...refusedFields(command.failure)];
  const wrong = (...fields: readonly string[]) => faultAt(faults, ...fields);
  const faulty = (prefix: string) => faults.some(({ field }) => field.startsWith(prefix));
  const setOpen = (part: string, is: boolean) =>
    setOpenParts((parts) => new Set(is ? [...parts, part] : [...parts].filter((one) => one !== part)));
  const show = (field: string) => {
    const fold = foldOf(field);
    if (fold) flushSync(() => setOpen(fold, true));
    if (form.current) focusOn(form.current, field);
  };
  const save = () => {
    if (!draft.changed || !connected || command.sending) return;
    const [first] = found;
    // The bar that lists what is wrong is there before the focus moves, so that it covers nothing.
    flushSync(() => setAsked(true));
    if (!first) return draft.save();
    announce.done(`Not saved: ${found.length} could not be kept. ${first.message}`);
    show(first.field);
  };
  const part = { terms, onChange: change, wrong };
  const folds = { isOpen: (name: string) => open.has(name), setOpen, faulty };
  return (
    <form
      ref={form}
      className={styles.write}
      aria-label={`Write version ${live.version}`}
      data-faulty={faults.length > 0 || undefined}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
        event.preventDefault();
        save();
      }}
    >
      {live.state !== 'draft' && (
        <p className={styles.notice} role="alert">
          <strong>This version is {stateWords[live.state]} now and takes no more changes.</strong> What you
          typed is still here: draft a new version to put it in.
        </p>
      )}
      {theirs && <SomebodyElse draft={draft} theirs={theirs} />}
      <Panel title="What is agreed">
        <GeneralFields {...part} />
      </Panel>
      <Panel title="Waits">
        <WaitList {...part} {...folds} />
      </Panel>
      <Panel title="Warnings of legal times">
        <WarningList {...part} {...folds} />
      </Panel>
      <Panel title="Drives">
        <TravelFields {...part} />
      </Panel>
      <SaveBar
        draft={draft}
        faults={faults}
        differences={changeLines(base, { ...base, ...terms }, names).length}
        onShow={show}
      />
    </form>
  );
};
