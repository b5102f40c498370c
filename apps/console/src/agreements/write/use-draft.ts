import type { BodyOf } from '@concord/contracts';
import type { Agreement, AgreementTerms } from '@concord/domain';
import { compareTerms, termsOf } from '@concord/domain';
import { useRef, useState } from 'react';
import { useSession } from '../../app/session';
import type { Command } from '../../commands';
import { useCommand } from '../../commands';
import { dropUnsaved, keepUnsaved, readUnsaved } from './unsaved';
import type { Unsaved } from './unsaved';

export interface Draft {
  /** The draft as it was when what is typed began to differ from it. */
  readonly base: Agreement;
  readonly terms: AgreementTerms;
  readonly changed: boolean;
  /** What somebody else saved while this was being typed. */
  readonly theirs: Agreement | undefined;
  readonly command: Command<'editAgreement'>;
  readonly change: (part: Partial<AgreementTerms>) => void;
  readonly save: () => void;
  readonly undo: () => void;
  /** Goes on from what somebody else saved, with these terms typed into it. */
  readonly goOnFrom: (base: Agreement, terms: AgreementTerms) => void;
}

const isChanged = ({ base, terms }: Unsaved): boolean => compareTerms(base, { ...base, ...terms }).length > 0;

/**
 * A draft being written. What is typed stays with the window until it is saved; a version that somebody
 * else saves meanwhile is taken up at once where nothing is typed, and never over what is.
 */
export const useDraft = (live: Agreement): Draft => {
  const { me } = useSession();
  const command = useCommand('editAgreement', `Version ${live.version} saved`);
  const [typed, setTyped] = useState<Unsaved>(
    () => readUnsaved(me.userId, live) ?? { base: live, terms: termsOf(live) },
  );
  const latest = useRef(typed);
  const changed = isChanged(typed);
  const newer = live.revision > typed.base.revision;
  const { base, terms } = newer && !changed ? { base: live, terms: termsOf(live) } : typed;

  const put = (next: Unsaved) => {
    latest.current = next;
    if (isChanged(next)) keepUnsaved(me.userId, next);
    else dropUnsaved(me.userId, live.id);
    setTyped(next);
  };

  return {
    base,
    terms,
    changed,
    theirs: newer && changed && !command.sending ? live : undefined,
    command,
    change: (part) => {
      command.forget();
      put({ base, terms: { ...terms, ...part } });
    },
    save: () =>
      command.send(
        { agreementId: base.id },
        { terms: structuredClone(terms) as BodyOf<'editAgreement'>['terms'], seenRevision: base.revision },
        (saved) => {
          // What was typed while it was on its way is not saved yet, and stays.
          const since = latest.current.terms;
          put({ base: saved, terms: since === terms ? termsOf(saved) : since });
        },
      ),
    undo: () => {
      command.forget();
      put({ base: live, terms: termsOf(live) });
    },
    goOnFrom: (from, merged) => {
      command.forget();
      put({ base: from, terms: merged });
    },
  };
};
