import type { Agreement, AgreementTerms } from '@concord/domain';
import { termsOf } from '@concord/domain';

/** What somebody typed into a draft and has not saved, and the draft as they saw it. */
export interface Unsaved {
  readonly base: Agreement;
  readonly terms: AgreementTerms;
}

const keyOf = (userId: string, draftId: string): string => `concord-draft-${userId}-${draftId}`;

/** Kept with the window, so that a reload or another page loses nothing; by person, so that nobody finds another's. */
export const keepUnsaved = (userId: string, unsaved: Unsaved): void =>
  sessionStorage.setItem(keyOf(userId, unsaved.base.id), JSON.stringify(unsaved));

export const dropUnsaved = (userId: string, draftId: string): void =>
  sessionStorage.removeItem(keyOf(userId, draftId));

/** What this window kept for a draft, unless it was of another make: then it could not be shown. */
export const readUnsaved = (userId: string, draft: Agreement): Unsaved | undefined => {
  const kept = sessionStorage.getItem(keyOf(userId, draft.id));
  if (kept === null) return undefined;
  try {
    const { base, terms } = JSON.parse(kept) as Unsaved;
    const complete = Object.keys(termsOf(draft)).every((name) => name in terms && name in base);
    return complete ? { base, terms } : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof TypeError) return undefined;
    throw failure;
  }
};
