import { refuse } from '../refusal';
import type { Refusal } from '../refusal';
import { fits, notAllowed } from './allowed-now';
import type { Fact } from './fact';
import { standing, stateOf } from './history';
import { allowedFrom, leadsSomewhere, stateAfter } from './incident-moves';
import type { IncidentState } from './incident-moves';

const tooEarly = ({ happenedAt }: Fact, follows: Fact): Refusal =>
  refuse('time-impossible', `That is before "${follows.kind}" at ${follows.happenedAt}.`, {
    details: {
      field: 'happenedAt',
      happenedAt,
      notBefore: follows.happenedAt,
      follows: follows.kind,
    },
  });

const tooLate = ({ happenedAt }: Fact, before: Fact): Refusal =>
  refuse(
    'time-impossible',
    `With that, "${before.kind}" at ${before.happenedAt} could not have happened as recorded: correct that first.`,
    {
      details: {
        field: 'happenedAt',
        happenedAt,
        notAfter: before.happenedAt,
        precedes: before.kind,
      },
    },
  );

/** The steps, and `told` itself, that could not follow those before them, in the order things happened. */
const misfits = (ordered: readonly Fact[], told?: Fact): Fact[] => {
  let state: IncidentState = 'advice';
  return ordered.filter((fact, index) => {
    if (fact !== told && !leadsSomewhere(fact.kind)) return false;
    const misfit = !fits(ordered.slice(0, index), fact.kind, state);
    if (allowedFrom(fact.kind).includes(state)) state = stateAfter(state, fact.kind);
    return misfit;
  });
};

/** The later step after which this fact would have fitted. */
const wouldFollow = (ordered: readonly Fact[], told: Fact): Fact | undefined =>
  ordered.find(
    (fact, index) =>
      fact.happenedAt > told.happenedAt &&
      leadsSomewhere(fact.kind) &&
      fits(ordered.slice(0, index + 1), told.kind),
  );

/**
 * Whether the steps could have happened in the order that their times give once `told` is among them. A
 * step told late takes its place between the others; one that cannot stand there, or that makes another
 * impossible, is refused. What was impossible before it was told is not its fault.
 */
export const outOfOrder = (facts: readonly Fact[], told: Fact): Refusal | undefined => {
  const old = facts.find(({ id }) => id === told.corrects?.factId);
  const [was, is] = [standing(facts), standing([...facts, told])];
  const others = is.filter((fact) => fact !== told);
  const earlier = others.filter(({ happenedAt }) => happenedAt <= told.happenedAt);
  if (told.kind !== 'recorded-in-error' && !is.includes(told)) {
    // Only a step that another record tells too: to correct the later telling changes nothing.
    return old && !was.includes(old) ? undefined : notAllowed(earlier, told);
  }
  const lost = was.find((fact) => fact !== old && fact.kind !== told.kind && !is.includes(fact));
  if (lost) return tooLate(told, lost);
  const already = misfits(was);
  const found = misfits(is, told).find((fact) => !already.includes(fact));
  if (!found) return undefined;
  if (found !== told) {
    const fitsAfter = told.happenedAt < found.happenedAt && fits(others, told.kind, stateOf(others));
    return fitsAfter ? tooEarly(told, found) : tooLate(told, found);
  }
  const follows = wouldFollow(others, told);
  return follows ? tooEarly(told, follows) : notAllowed(is.slice(0, is.indexOf(told)), told);
};
