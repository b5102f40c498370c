import type { AlternativeKind, Diversion, Fact, FactOf, Incident } from '@concord/domain';
import { allOf, lastOf, rootOf } from '@concord/domain';
import { pick } from '../chance';
import type { World } from '../world/world';
import type { Step } from './step';
import { after, tell } from './step';

// Synthetic: nothing is published on where people go who are not detained.
const diversions = {
  'no-further-need': 22,
  'voluntary-emergency-department': 20,
  'family-or-gp': 18,
  'crisis-cafe': 14,
  'home-treatment-team': 14,
  helpline: 6,
  'crisis-house': 4,
  'decision-unit': 2,
} as const satisfies Record<Diversion, number>;

const ways = ['no-further-need', 'voluntary-emergency-department', 'family-or-gp'] as const;
const isAlternative = (to: Diversion): to is AlternativeKind => !(ways as readonly Diversion[]).includes(to);

/** Turned away twice, or where nothing is open, people are helped by those around them. */
const MOST_REFERRALS = 2;

const answerTo = (facts: readonly Fact[], referred: Fact): FactOf<'referral-answered'> | undefined =>
  allOf(facts, 'referral-answered').findLast(({ referralId }) => referralId === rootOf(facts, referred));

/**
 * How somebody is helped without a detention: an alternative that the area knows is asked, and named once it
 * has answered or been silent for long enough; what it turns away goes to another.
 */
export const anotherWay = (world: World, incident: Incident, asked: Fact): Step[] => {
  const { id, ref, facts } = incident;
  const divert = (at: number, to: Diversion, alternativeId?: string): Step[] => [
    tell(incident, world.cast.control(at, ref), at, { kind: 'diverted', to, alternativeId, note: '' }),
  ];
  const to = pick(diversions, world.chance(ref, 'diverted to'));
  if (!isAlternative(to) || world.tried.alternatives.has(id)) {
    return divert(
      after(world, asked.happenedAt, [5, 20, 45, 90], ref, 'diverted after'),
      isAlternative(to) ? 'family-or-gp' : to,
    );
  }
  const refer = (at: number): Step[] => [
    { at, act: { kind: 'refer', incidentId: id, wanted: to, as: world.cast.control(at, ref) } },
  ];
  const referred = lastOf(facts, 'referred');
  if (!referred) return refer(after(world, asked.happenedAt, [2, 8, 18, 40], ref, 'referred after'));
  const { alternativeId, alternativeKind } = referred;
  const answer = answerTo(facts, referred);
  if (!answer) {
    const given = after(world, referred.happenedAt, [22, 26, 32, 45], ref, 'waits for an answer');
    return divert(given, alternativeKind, alternativeId);
  }
  const at = after(world, answer.happenedAt, [1, 5, 12, 20], ref, 'acts on the answer');
  if (answer.answer !== 'declined') return divert(at, alternativeKind, alternativeId);
  return allOf(facts, 'referred').length < MOST_REFERRALS ? refer(at) : divert(at, 'family-or-gp');
};
