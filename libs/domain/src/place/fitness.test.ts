import { adult } from '../examples';
import type { PersonOutline } from '../incident/person';
import type { Fitness, Need } from './fitness';
import { unfitness } from './fitness';

const fit = (more: Partial<Fitness> = {}): Fitness => ({ ages: 'adults', sexes: 'any', meets: [], ...more });

describe('whether a room fits a person', () => {
  it.each<[string, Partial<Fitness>, readonly Need[], Partial<PersonOutline>, string[]]>([
    ['an adult in a room for adults', {}, [], {}, []],
    ['a child in a room for adults', {}, [], { ageYears: 15 }, ['not fit for under-18s']],
    ['somebody of no known age', {}, [], { ageYears: null, ageBasis: 'unknown' }, ['not fit for under-18s']],
    ['an adult in a room for under-18s', { ages: 'under-18s' }, [], {}, ['for under-18s only']],
    ['a man in a room for women', { sexes: 'female' }, [], { sex: 'male' }, ['for women only']],
    ['somebody whose sex nobody has said', { sexes: 'female' }, [], { sex: 'not-known' }, []],
    ['a wheelchair where there are steps', {}, [], { needs: ['step-free'] }, ['not step-free']],
    ['a wheelchair in the step-free room', { meets: ['step-free'] }, [], { needs: ['step-free'] }, []],
    ['a wheelchair in a step-free suite', {}, ['step-free'], { needs: ['step-free'] }, []],
    [
      'two needs, one of them met',
      { meets: ['seclusion'] },
      [],
      { needs: ['seclusion', 'in-restraint'] },
      ['cannot take somebody in restraint'],
    ],
  ])('%s', (_what, room, suite, person, expected) => {
    expect(unfitness(fit(room), suite, { ...adult, ...person })).toEqual(expected);
  });
});
