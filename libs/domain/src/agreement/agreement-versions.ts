import type { Named } from '../duty';
import type { Instant } from '../instant';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { Agreement, AgreementTerms } from './agreement';
import { agreementFaults } from './agreement-rules';

/** The version in force at an instant: of those approved, the one that took effect last. Undefined before the first. */
export const agreementInForce = (agreements: Iterable<Agreement>, at: Instant): Agreement | undefined => {
  let latest: Agreement | undefined;
  for (const agreement of agreements) {
    if (agreement.state !== 'approved' || agreement.effectiveFrom > at) continue;
    const newer =
      !latest ||
      agreement.effectiveFrom > latest.effectiveFrom ||
      (agreement.effectiveFrom === latest.effectiveFrom && agreement.version > latest.version);
    if (newer) latest = agreement;
  }
  return latest;
};

/** What of a version the agencies agree on: nothing of who wrote it, or of what became of it. */
export const termsOf = (agreement: Agreement): AgreementTerms => {
  const { title, parties, effectiveFrom, holdAnswerMinutes, holdArriveMinutes, offerAnswerMinutes } =
    agreement;
  const { freshness, travel, thresholds, disputedTimes, statutoryLadders, refuserFindsNext } = agreement;
  const { ownerQuietMinutes, attendance } = agreement;
  return {
    ...{ title, parties, effectiveFrom, holdAnswerMinutes, holdArriveMinutes, offerAnswerMinutes },
    ...{
      attendance,
      ownerQuietMinutes,
      freshness,
      travel,
      thresholds,
      disputedTimes,
      statutoryLadders,
      refuserFindsNext,
    },
  };
};

/** A new draft with the terms of another version. It is nobody's sample any more: people will have agreed it. */
export const draftFrom = (
  base: Agreement,
  { id, version, by }: { id: string; version: number; by: Named },
): Agreement => ({
  ...base,
  id,
  version,
  title: base.sample ? 'New agreement' : base.title,
  sample: false,
  state: 'draft',
  basedOn: base.id,
  authors: [by],
  approved: null,
  withdrawn: null,
  revision: 0,
});

const notDraft = (agreement: Agreement): Refusal =>
  refuse(
    'not-allowed-in-this-state',
    `Version ${agreement.version} is ${agreement.state}: draft a new version to change it.`,
    { details: { state: agreement.state } },
  );

const impossible = (agreement: Agreement): Refusal | undefined => {
  const faults = agreementFaults(agreement);
  return faults.length === 0
    ? undefined
    : refuse(
        'agreement-impossible',
        `This could not be kept: ${faults.map(({ message }) => message).join('; ')}.`,
        {
          errors: faults,
        },
      );
};

const sameName =
  (by: Named) =>
  ({ userId }: Named) =>
    userId === by.userId;

/** The draft with other terms. Refuses `not-allowed-in-this-state` for anything but a draft, and `agreement-impossible`. */
export const editDraft = (draft: Agreement, terms: AgreementTerms, by: Named): Agreement | Refusal => {
  if (draft.state !== 'draft') return notDraft(draft);
  const edited: Agreement = {
    ...draft,
    ...terms,
    authors: draft.authors.some(sameName(by)) ? draft.authors : [...draft.authors, by],
  };
  return impossible(edited) ?? edited;
};

/** Two versions cannot take effect at one instant: one of them would bind nobody, and stay approved. */
const dateTaken = ({ id, effectiveFrom }: Agreement, versions: Iterable<Agreement>): Refusal | undefined => {
  const other = [...versions].find(
    (one) => one.id !== id && one.state === 'approved' && one.effectiveFrom === effectiveFrom,
  );
  return (
    other &&
    refuse(
      'time-impossible',
      `Version ${other.version} is approved already and takes effect at ${effectiveFrom} too: give this draft another time, or withdraw that version first.`,
      { details: { field: 'effectiveFrom', effectiveFrom, version: other.version } },
    )
  );
};

/**
 * The draft approved by a second person, to take effect at its date. Refuses `needs-second-person` for
 * anybody who has written in it, `time-impossible` for a date not to come or at which another of the area's
 * `versions` that is approved takes effect, `agreement-impossible`, and `not-allowed-in-this-state`.
 */
export const approveDraft = (
  draft: Agreement,
  by: Named,
  now: Instant,
  versions: Iterable<Agreement>,
): Agreement | Refusal => {
  if (draft.state !== 'draft') return notDraft(draft);
  if (draft.authors.some(sameName(by))) {
    return refuse('needs-second-person', 'You have written in this draft: somebody else must approve it.', {
      details: { authors: draft.authors },
    });
  }
  if (draft.effectiveFrom <= now) {
    return refuse('time-impossible', 'It cannot take effect in the past: give the draft a day to come.', {
      details: { field: 'effectiveFrom', effectiveFrom: draft.effectiveFrom, now },
    });
  }
  return (
    dateTaken(draft, versions) ??
    impossible(draft) ?? { ...draft, state: 'approved', approved: { by, at: now } }
  );
};

/**
 * A version that will not take effect. Refuses `not-allowed-in-this-state` once it has: what is in force
 * is replaced by another version, never taken away.
 */
export const withdrawAgreement = (
  agreement: Agreement,
  { by, reason, at }: { by: Named; reason: string; at: Instant },
): Agreement | Refusal => {
  if (agreement.state === 'withdrawn' || (agreement.state === 'approved' && agreement.effectiveFrom <= at)) {
    return refuse(
      'not-allowed-in-this-state',
      agreement.state === 'withdrawn'
        ? `Version ${agreement.version} is withdrawn already.`
        : `Version ${agreement.version} has taken effect: approve another version to replace it.`,
      { details: { state: agreement.state, effectiveFrom: agreement.effectiveFrom } },
    );
  }
  return { ...agreement, state: 'withdrawn', withdrawn: { by, at, reason } };
};
