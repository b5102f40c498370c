import type { Actor, CalledStep, Escalation, Instant, Refusal } from '@concord/domain';
import { byFiring, minutesBetween, refuse, stepsUnder } from '@concord/domain';
import type { ReplyOf } from '@concord/contracts';
import { notFound } from '../command';
import type { Store } from '../ports';

/** The most that one answer covers: a longer span is asked for piece by piece, and shows its progress. */
const LONGEST_SPAN_MINUTES = 31 * 24 * 60;

const stepsOf = ({ incidentId, incidentRef, clock, steps }: Escalation): CalledStep[] =>
  incidentId === null || incidentRef === null
    ? []
    : steps.map(({ level, dueAt, firedAt, called, nobodyFor }) => ({
        incidentId,
        incidentRef,
        clock: clock.label,
        statutory: clock.kind === 'statutory',
        level,
        dueAt,
        firedAt,
        duties: [...new Set([...called.map(({ duty }) => duty), ...nobodyFor])],
        called: called.map(({ duty }) => duty),
      }));

/**
 * What a version would have fired before `until`, or before now, on the incidents opened in `[from, to)`,
 * against what did fire on them before then. Spans asked for one after another with the same `until` add up
 * to what one span would give. A read: it takes no lock and changes nothing. Refuses a span of more than
 * 31 days.
 */
export const whatIf = async (
  store: Store,
  { areaId }: Actor,
  input: { agreementId: string; from: Instant; to: Instant; until?: Instant | undefined },
): Promise<ReplyOf<'whatIf'> | Refusal> => {
  const { agreementId, from, to } = input;
  const length = minutesBetween(from, to);
  if (length <= 0 || length > LONGEST_SPAN_MINUTES) {
    return refuse('time-impossible', 'Give a span of up to 31 days.', { details: { field: 'to', from, to } });
  }
  const agreement = await store.get(areaId, 'agreement', agreementId);
  if (!agreement) return notFound('agreement');
  const [incidents, now] = await Promise.all([store.incidentsOpened(areaId, { from, to }), store.now()]);
  const until = input.until !== undefined && input.until < now ? input.until : now;
  const ids = incidents.map(({ id }) => id);
  const escalations = ids.length === 0 ? [] : await store.list(areaId, 'escalation', { incidentId: ids });
  return {
    incidents: incidents.length,
    would: incidents.flatMap((incident) => stepsUnder(incident, agreement, until)).sort(byFiring),
    did: escalations
      .flatMap(stepsOf)
      .filter(({ firedAt }) => firedAt < until)
      .sort(byFiring),
  };
};
