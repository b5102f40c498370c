import type { Fact, FactOf } from '../incident/fact';
import { allOf } from '../incident/history';
import { presentArrival } from '../incident/incident';
import type { Instant } from '../instant';
import { plusMinutes } from '../instant';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { StatutoryLimit } from './statutory-limit';

/** MHA 1983 s136(2A)(a), s135(3ZA)(a): 24 hours, elapsed. */
export const PERMITTED_PERIOD_MINUTES = 24 * 60;
/** MHA 1983 s136B(1): not more than a further 12 hours, in all. */
export const LONGEST_EXTENSION_MINUTES = 12 * 60;

const endOf24Hours = (startedAt: Instant): Instant => plusMinutes(startedAt, PERMITTED_PERIOD_MINUTES);

/**
 * Minutes by which a period that started then was extended: authorised before its 24 hours had passed,
 * for the person's condition, 12 hours in all (s136B). One that a correction shows to have been given
 * late has no effect. Of two merged records the one that gave more counts: nobody can tell from them
 * whether two doctors extended, or two people wrote one extension down.
 */
export const extensionOf = (facts: readonly Fact[], startedAt: Instant): number => {
  const byRecord = new Map<string, number>();
  for (const { happenedAt, ground, minutes, mergedFrom } of allOf(facts, 'extended')) {
    if (happenedAt >= endOf24Hours(startedAt) || ground !== 'persons-condition') continue;
    const record = mergedFrom?.incidentId ?? 'this one';
    byRecord.set(record, (byRecord.get(record) ?? 0) + minutes);
  }
  return Math.min(LONGEST_EXTENSION_MINUTES, Math.max(0, ...byRecord.values()));
};

const forbidden = (message: string, subsection: string, details: Record<string, unknown>): Refusal =>
  refuse('unlawful', message, { rule: `Mental Health Act 1983 s136B(${subsection})`, details });

/**
 * Why an extension has no effect in law (s136B): only the doctor responsible for the examination, before
 * the first 24 hours have passed (a second extension as much as the first), because the person's condition
 * stands in the way of the assessment, 12 hours in all, and with a superintendent's approval at a police
 * station. Entered after the 24 hours, it needs evidence of when it was given (`reason-needed`).
 * `before` is what came before it; `limit` the permitted period as all else on record has it.
 */
export const unlawfulExtension = (
  before: readonly Fact[],
  fact: FactOf<'extended'>,
  limit: StatutoryLimit | undefined,
): Refusal | undefined => {
  if (!limit || fact.happenedAt < limit.startedAt)
    return refuse('not-allowed-in-this-state', 'The 24 hours had not started, so they cannot be extended.', {
      rule: 'Mental Health Act 1983 s136B(1)',
    });
  if (fact.ground !== 'persons-condition') {
    return forbidden(
      "Only the person's condition can extend the 24 hours: not the lack of a bed, an AMHP or a doctor.",
      '2',
      { field: 'ground', ground: fact.ground },
    );
  }
  const notAfter = endOf24Hours(limit.startedAt);
  if (fact.happenedAt >= notAfter) {
    return forbidden(
      `The 24 hours ended at ${notAfter}: an extension given then or later has no effect.`,
      '1',
      {
        field: 'happenedAt',
        notAfter,
      },
    );
  }
  if (fact.recordedAt >= notAfter && !fact.evidence?.trim()) {
    return refuse('reason-needed', 'The 24 hours have ended: say what shows that it was given in time.', {
      rule: 'Mental Health Act 1983 s136B(1)',
      details: { field: 'evidence' },
    });
  }
  const atMost = LONGEST_EXTENSION_MINUTES - limit.extendedByMinutes;
  if (fact.minutes <= 0 || fact.minutes > atMost) {
    return forbidden(`At most 12 hours in all: ${atMost} minutes are left.`, '1', {
      field: 'minutes',
      atMost,
    });
  }
  if (presentArrival(before)?.placeKind === 'police-station' && !fact.superintendent?.trim()) {
    return forbidden('At a police station a superintendent must approve it.', '3', {
      field: 'superintendent',
    });
  }
  return undefined;
};
