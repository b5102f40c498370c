import type { Fact, FactOf } from '../incident/fact';
import type { OutcomeCode } from '../incident/fact-codes';
import { firstOf, stateOf } from '../incident/history';
import { wasKept } from '../incident/incident';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import type { StatutoryLimit } from './statutory-limit';
import { statutoryLimit } from './statutory-limit';

/** Endings that no assessment comes before: a doctor, an arrest, another power or the clock ends the detention. */
const withoutAssessment: readonly OutcomeCode[] = [
  'no-mental-disorder',
  'cto-recall',
  'awol-return',
  'criminal-justice',
  'emergency-department-admission',
  'expired-unassessed',
  'transferred',
  'released-before-arrival',
  'absconded-not-retaken',
];

/** Of those, the ones that can come before any place of safety is reached. */
const withoutArrival: readonly OutcomeCode[] = [
  'no-mental-disorder',
  'awol-return',
  'criminal-justice',
  'expired-unassessed',
  'transferred',
  'released-before-arrival',
  'absconded-not-retaken',
];

const lettingGo: readonly OutcomeCode[] = [
  'no-mental-disorder',
  'discharged-no-follow-up',
  'expired-unassessed',
  'released-before-arrival',
];

/**
 * Endings after which the person is free to go at once and nothing has been arranged for them: once a
 * doctor finds no mental disorder, s136 has ended (domain brief section 8, case 18). Voluntary help is
 * offered then; it never holds anybody.
 */
export const letsGo = (code: OutcomeCode): boolean => lettingGo.includes(code);

/**
 * Why an outcome cannot be the end of this detention, if it cannot. Refuses
 * `not-allowed-in-this-state` (an admission or discharge needs an assessment, s136(2); most endings
 * need an arrival), `time-impossible` ("expired" before the permitted period has ended, s136(2A)) and
 * `reason-needed` (a doctor not approved under s12). `facts` are those before the outcome; `limit` the
 * permitted period, if more is known of it than they say.
 */
export const impossibleEnding = (
  facts: readonly Fact[],
  outcome: FactOf<'outcome'>,
  limit: StatutoryLimit | undefined = statutoryLimit(facts),
): Refusal | undefined => {
  if (outcome.code === 'expired-unassessed') {
    const endsAt = limit?.endsAt ?? null;
    if (endsAt !== null && outcome.happenedAt >= endsAt) return undefined;
    return refuse(
      'time-impossible',
      endsAt === null
        ? 'The 24 hours have not started, so they cannot have ended.'
        : `The 24 hours do not end until ${endsAt}.`,
      {
        rule: 'Mental Health Act 1983 s136(2A)',
        details: { field: 'happenedAt', happenedAt: outcome.happenedAt, notBefore: endsAt },
      },
    );
  }
  const arrived = firstOf(facts, 'arrived');
  if (outcome.code === 'released-before-arrival' && arrived) {
    return refuse('not-allowed-in-this-state', `They had arrived, at ${arrived.happenedAt}.`, {
      details: { field: 'code', arrivedAt: arrived.happenedAt },
    });
  }
  if ((outcome.code === 'absconded-not-retaken') !== (stateOf(facts) === 'absconded')) {
    return refuse(
      'not-allowed-in-this-state',
      'Somebody who has absconded is retaken, or is not: say which.',
      {
        rule: 'Mental Health Act 1983 s138(3)',
        details: { field: 'code' },
      },
    );
  }
  if (outcome.doctor && !outcome.doctor.section12 && outcome.doctor.whyNot.trim() === '') {
    return refuse('reason-needed', 'Say why the doctor who examined was not approved under section 12.', {
      details: { field: 'doctor.whyNot' },
    });
  }
  const needs = [
    !withoutArrival.includes(outcome.code) && !arrived && !wasKept(facts) && 'arrived',
    !withoutAssessment.includes(outcome.code) &&
      !firstOf(facts, 'assessment-started') &&
      'assessment-started',
  ].filter((kind): kind is Exclude<typeof kind, false> => kind !== false);
  if (needs.length === 0) return undefined;
  return refuse(
    'not-allowed-in-this-state',
    needs.includes('assessment-started')
      ? 'That outcome follows an assessment: record when it started first.'
      : 'That outcome follows an arrival: record it first.',
    { rule: 'Mental Health Act 1983 s136(2)', details: { record: needs } },
  );
};
