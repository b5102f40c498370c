import type { Fact } from '../incident/fact';
import { lastOf, standing } from '../incident/history';
import type { Incident } from '../incident/incident';
import { presentArrival } from '../incident/incident';
import type { Instant } from '../instant';
import { byText } from '../instant';
import { statutoryLimit } from '../law/statutory-limit';
import { doctorCalls } from './call-fact';

/** What an assessment needs before it can begin, and a bed where it is to end in one. */
export type ReadinessPart =
  'amhp' | 'first-doctor' | 'second-doctor' | 'interpreter' | 'fitness' | 'room' | 'bed';

export interface PartReadiness {
  readonly part: ReadinessPart;
  /** `coming`: somebody has it; `awaited`: nobody has, or nobody has said. */
  readonly state: 'ready' | 'coming' | 'awaited' | 'not-needed';
  /** Since when it is so; null where nobody has said anything of it. */
  readonly since: Instant | null;
  /** The earliest it can be ready, where somebody has said so. */
  readonly notBefore: Instant | null;
  /** Who or what it is: a name, a place, a language. */
  readonly who: string | null;
}

export interface Readiness {
  readonly parts: readonly PartReadiness[];
  /** The one that now threatens the permitted period; null when nothing is missing or no legal clock runs. */
  readonly threat: ReadinessPart | null;
  /** When the permitted period ends; null while none runs. */
  readonly limitEndsAt: Instant | null;
}

type Said = Omit<PartReadiness, 'part'>;

const notNeeded: Said = { state: 'not-needed', since: null, notBefore: null, who: null };
const unsaid: Said = { ...notNeeded, state: 'awaited' };

const amhpSaid = (facts: readonly Fact[]): Said =>
  standing(facts).reduce<Said>((so, fact) => {
    switch (fact.kind) {
      case 'amhp-requested':
        return { ...unsaid, since: fact.happenedAt };
      case 'amhp-accepted': {
        const notBefore = fact.notBefore ?? null;
        return { state: 'coming', since: fact.happenedAt, notBefore, who: fact.amhp.name };
      }
      case 'amhp-withdrew':
        return { ...unsaid, since: fact.happenedAt };
      case 'amhp-travelling':
        return { ...so, state: 'coming', since: fact.happenedAt, notBefore: null, who: fact.amhp.name };
      case 'amhp-on-scene':
        return { state: 'ready', since: fact.happenedAt, notBefore: null, who: fact.amhp.name };
      default:
        return so;
    }
  }, unsaid);

const doctorSaid = (facts: readonly Fact[], nth: 1 | 2): Said | undefined => {
  const call = doctorCalls(facts).find((one) => one.nth === nth);
  if (!call) return undefined;
  const { state, since, notBefore, doctor } = call;
  if (state === 'asked') return { ...unsaid, since };
  return {
    state: state === 'on-scene' ? 'ready' : 'coming',
    ...{ since, notBefore, who: doctor?.name ?? null },
  };
};

/** Admission for assessment or treatment needs two medical recommendations (MHA 1983 s2(3), s3(3)); in an emergency one (s4(3)). */
const needsTwoDoctors = (facts: readonly Fact[]): boolean => {
  const admission = lastOf(facts, 'bed-sought')?.admission;
  return admission === 'section-2' || admission === 'section-3';
};

const interpreterSaid = ({ facts, person }: Pick<Incident, 'facts' | 'person'>): Said => {
  if (!person.interpreter) return notNeeded;
  const found = lastOf(facts, 'interpreter-arranged');
  if (found) return { ...unsaid, state: 'ready', since: found.happenedAt, who: found.interpreter };
  return { ...unsaid, who: person.interpreter };
};

const fitnessSaid = (facts: readonly Fact[]): Said => {
  const told = lastOf(facts, 'fitness-told');
  if (!told) return unsaid;
  return { ...unsaid, state: told.fit ? 'ready' : 'awaited', since: told.happenedAt, who: told.saidBy };
};

const roomSaid = (facts: readonly Fact[]): Said => {
  const here = presentArrival(facts);
  if (here) return { ...unsaid, state: 'ready', since: here.happenedAt, who: here.placeName };
  const held = standing(facts).findLast(({ kind }) =>
    /^hold-(accepted|refused|released|expired)$/.test(kind),
  );
  if (held?.kind !== 'hold-accepted') return unsaid;
  const asked = standing(facts).findLast(
    (fact) => fact.kind === 'hold-requested' && fact.holdId === held.holdId,
  );
  const who = asked?.kind === 'hold-requested' ? asked.placeName : null;
  return { state: 'coming', since: held.happenedAt, notBefore: held.notBefore ?? null, who };
};

const bedSaid = (facts: readonly Fact[]): Said => {
  const sought = lastOf(facts, 'bed-sought');
  if (!sought) return notNeeded;
  const found = lastOf(facts, 'bed-found');
  if (found && found.happenedAt >= sought.happenedAt)
    return { ...unsaid, state: 'ready', since: found.happenedAt, who: found.where };
  return { ...unsaid, since: sought.happenedAt };
};

const missing = ({ state }: PartReadiness): boolean => state === 'coming' || state === 'awaited';

/** What has to be asked for, and never was. Whether somebody is fit is not asked for: it is told. */
const neverAsked = ({ part, state, since }: PartReadiness): boolean =>
  state === 'awaited' && since === null && part !== 'fitness';

/**
 * Which of those missing threatens the limit now. One that its holder says cannot be ready before the limit
 * ends is worst; then what nobody has even been asked for, in the order of the parts; then what nobody has,
 * the longest awaited first; then what is coming, the latest first.
 */
export const threatOf = (parts: readonly PartReadiness[], endsAt: Instant): ReadinessPart | null => {
  const order = (one: PartReadiness): number => {
    if (one.notBefore !== null && one.notBefore >= endsAt) return 0;
    if (neverAsked(one)) return 1;
    return one.state === 'awaited' ? 2 : 3;
  };
  const worst = parts.filter(missing).sort((a, b) => {
    if (order(a) !== order(b)) return order(a) - order(b);
    if (order(a) === 1) return 0;
    return order(a) === 2
      ? byText(a.since ?? endsAt, b.since ?? endsAt)
      : byText(b.notBefore ?? '', a.notBefore ?? '');
  });
  return worst[0]?.part ?? null;
};

/**
 * How ready an assessment is, from the record alone. Once it has begun, all that it waited for is there; a
 * bed may still be missing. A second doctor is needed when admission under section 2 or 3 is sought, or is
 * counted where one was called.
 */
export const readinessOf = (incident: Pick<Incident, 'facts' | 'person'>): Readiness => {
  const { facts } = incident;
  const begun = lastOf(facts, 'assessment-started');
  const said: Record<ReadinessPart, Said> = {
    amhp: amhpSaid(facts),
    'first-doctor': doctorSaid(facts, 1) ?? unsaid,
    'second-doctor': doctorSaid(facts, 2) ?? (needsTwoDoctors(facts) ? unsaid : notNeeded),
    interpreter: interpreterSaid(incident),
    fitness: fitnessSaid(facts),
    room: roomSaid(facts),
    bed: bedSaid(facts),
  };
  const parts = (Object.keys(said) as ReadinessPart[]).map((part): PartReadiness => {
    const so = said[part];
    const there = begun && part !== 'bed' && so.state !== 'not-needed' && so.state !== 'ready';
    return { part, ...so, ...(there ? { state: 'ready', since: begun.happenedAt } : {}) };
  });
  const limit = statutoryLimit(facts);
  const limitEndsAt = limit && limit.endedAt === null ? limit.endsAt : null;
  return { parts, limitEndsAt, threat: limitEndsAt === null ? null : threatOf(parts, limitEndsAt) };
};
