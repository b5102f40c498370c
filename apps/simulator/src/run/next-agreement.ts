import { Temporal } from 'temporal-polyfill';
import type { BodyOf } from '@concord/contracts';
import type { AgreedThreshold, AgreementTerms } from '@concord/domain';
import { termsOf } from '@concord/domain';
import type { ApiClient } from '../api/client';
import type { Cast } from '../api/cast';

/** Not one that people sign in as: whoever does may approve what this one wrote. */
const AUTHOR = 'night-manager';
const DAYS_AHEAD = 14;

/** The same wait with less time: whoever was called when it was due or over still is. */
const shortened = (
  rule: AgreedThreshold,
  { soon, due, over }: { soon: number; due: number; over: number },
): AgreedThreshold => ({
  ...rule,
  ...{ soonAfterMinutes: soon, dueAfterMinutes: due, overAfterMinutes: over },
  ladder: rule.ladder.map((step) => {
    if (step.afterMinutes === rule.dueAfterMinutes) return { ...step, afterMinutes: due };
    return step.afterMinutes === rule.overAfterMinutes ? { ...step, afterMinutes: over } : step;
  }),
});

/** Less time to find a place and to hand over, and a rule of its own for children: something to compare, to try and to approve. */
export const nextTerms = (now: AgreementTerms, effectiveFrom: string): AgreementTerms => ({
  ...now,
  title: 'Winter agreement (fictional, for discussion)',
  effectiveFrom,
  holdAnswerMinutes: 20,
  thresholds: now.thresholds.flatMap((rule) => {
    if (rule.id === 'handover') return [shortened(rule, { soon: 30, due: 40, over: 45 })];
    if (rule.id !== 'place-found') return [rule];
    const forChildren = {
      id: 'place-found-under-18',
      label: `${rule.label} (under 18)`,
      ages: 'under-18s',
    } as const;
    return [
      shortened(rule, { soon: 8, due: 12, over: 20 }),
      { ...shortened(rule, { soon: 5, due: 10, over: 15 }), ...forChildren },
    ];
  }),
});

/** Midnight in London, so many days on. */
const effectiveDay = (now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .add({ days: DAYS_AHEAD })
    .toZonedDateTime('Europe/London')
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** A draft of the next version of the agreement, written and saved, for somebody else to approve. */
export const draftNextAgreement = async (api: ApiClient, { areaId }: Cast, now: number): Promise<void> => {
  const { id: basedOn } = await api.must('agreement', { as: AUTHOR, params: { areaId } });
  const draft = await api.must('draftAgreement', { as: AUTHOR, params: { areaId }, body: { basedOn } });
  const terms = nextTerms(termsOf(draft), effectiveDay(now));
  await api.must('editAgreement', {
    as: AUTHOR,
    params: { areaId, agreementId: draft.id },
    body: { terms: terms as BodyOf<'editAgreement'>['terms'], seenRevision: draft.revision },
  });
};
