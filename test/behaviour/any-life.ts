import type { Fact } from '@concord/domain';
import { standing } from '@concord/domain';
import type { Concord, Journey, Person } from '@concord/testing';
import * as fc from 'fast-check';

/** Where, and by whom, a life is lived. */
export interface Stage {
  readonly concord: Concord;
  readonly control: Person;
}

/** What can be told of an incident, lawful then or not. */
const bodies = ({ concord }: Stage): readonly object[] => [
  { kind: 'conveyance-started', mode: 'ambulance' },
  { kind: 'arrived', placeId: concord.ids.places['ed-nettlefold'] },
  { kind: 'arrived', placeId: concord.ids.places.elm },
  {
    kind: 'arrived',
    placeId: concord.ids.places.bridewell,
    unlawfulBecause: 'Taken there before anybody asked',
  },
  { kind: 'handed-over', acceptedBy: 'Charge nurse' },
  { kind: 'start-contested', basis: 'ambulance-outside-emergency-department' },
  { kind: 'absconded' },
  { kind: 'retaken', officer: 'PC 4411', where: 'The bus station' },
  { kind: 'station-check', professional: 'Nurse Bell' },
  { kind: 'station-review', custodyOfficer: 'Sgt Marsh', conditionsStillMet: false },
  { kind: 'person-described', said: { ageYears: 16, ageBasis: 'known' } },
  { kind: 'person-described', said: { ageYears: 34, ageBasis: 'known' } },
  { kind: 'ambulance-requested', category: '2' },
  { kind: 'assessment-started', amhp: 'Hollis Brightwater' },
  { kind: 'extended', minutes: 120, doctor: 'Dr Orr', ground: 'persons-condition', reason: 'Sedated' },
  { kind: 'outcome', code: 'discharged-with-follow-up' },
  { kind: 'outcome', code: 'expired-unassessed' },
];

/** One thing that somebody does, or time that passes. */
export interface Step {
  readonly does: 'tell' | 'correct' | 'take-back' | 'wait' | 'merge' | 'unmerge';
  readonly which: number;
  readonly minutes: number;
}
export const steps = fc.array(
  fc.record<Step>({
    does: fc.constantFrom(
      'tell',
      'tell',
      'tell',
      'correct',
      'correct',
      'take-back',
      'wait',
      'merge',
      'unmerge',
    ),
    which: fc.nat({ max: 1000 }),
    minutes: fc.nat({ max: 720 }),
  }),
  { minLength: 10, maxLength: 25 },
);

export const minutesAgo = async ({ concord }: Stage, minutes: number): Promise<string> =>
  new Date(Date.parse(await concord.now()) - minutes * 60_000).toISOString();

/** What somebody would send to put this fact right: the same words at another time. */
const anew = (stage: Stage, fact: Fact, happenedAt: string): object => {
  const { kind } = fact;
  if (kind === 'detained') return { kind, power: fact.power, officer: fact.officer, happenedAt };
  return { ...bodies(stage).find((body) => (body as { kind: string }).kind === kind), kind, happenedAt };
};

/** Does it, and answers with the status. */
export const take = async (
  stage: Stage,
  { does, which, minutes }: Step,
  [journey, other]: readonly [Journey, Journey],
): Promise<number> => {
  const { concord, control } = stage;
  const path = `incidents/${journey.incidentId}`;
  const all = bodies(stage);
  if (does === 'wait') {
    await concord.advance({ minutes });
    return 0;
  }
  if (does === 'merge' || does === 'unmerge')
    return (await control.post(`${path}/${does}`, { otherIncidentId: other.incidentId, reason: 'By chance' }))
      .status;
  if (does === 'tell')
    return (
      await journey.tell({ ...all[which % all.length], happenedAt: await minutesAgo(stage, minutes / 10) })
    ).status;
  const { facts } = await journey.read();
  const fact = standing(facts)[which % standing(facts).length] as Fact;
  const change = does === 'correct' ? { fact: anew(stage, fact, await minutesAgo(stage, minutes)) } : {};
  return (await control.post(`${path}/facts/${fact.id}/${does}`, { reason: 'By chance', ...change })).status;
};
