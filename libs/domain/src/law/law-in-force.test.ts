import {
  adult,
  after,
  blankIncident,
  details,
  factAt,
  granted,
  lived,
  refusalOf,
  tell,
  told,
} from '../examples';
import type { Nation } from '../area';
import type { FactDetail } from '../incident/fact';
import { grounds } from '../test-support/any-life';
import type { PoliceStationRule } from './law-in-force';
import { lawInForce, rulesToDate } from './law-in-force';
import { unlawfulArrival } from './police-station';

const DATE = '2027-04-01T00:00:00.000Z';
const before = '2027-03-31T23:59:59.999Z';
const welshDate = '2027-10-01T00:00:00.000Z';

const never = (nation: Nation, from: string): PoliceStationRule => ({
  nation,
  from,
  adults: 'never',
  source: `Mental Health Act 2025, in force in ${nation}`,
});
const rules = [...rulesToDate, never('england', DATE), never('wales', welshDate)];

const station: FactDetail = {
  ...details.arrived,
  placeKind: 'police-station',
  placeId: 'station-1',
  roomId: null,
  policeStation: grounds,
};

describe('the rule on adults at police stations', () => {
  it.each<[string, Nation, string, 'regulations-2017' | 'never']>([
    ['England, the instant before its date', 'england', before, 'regulations-2017'],
    ['England, from its date', 'england', DATE, 'never'],
    ['Wales, on the English date', 'wales', DATE, 'regulations-2017'],
    ['Wales, from its own date', 'wales', welshDate, 'never'],
    ['England, long ago', 'england', '2018-01-01T00:00:00.000Z', 'regulations-2017'],
    ['England, long after', 'england', '2031-01-01T00:00:00.000Z', 'never'],
  ])(
    'is that of the nation of the place, as it was when the detention began: %s',
    (_when, nation, at, adults) => {
      expect(lawInForce(rules, nation, at)).toMatchObject({ nation, adults });
    },
  );

  it.each<Nation>(['england', 'wales'])(
    'is, as far as is known, that of the 2017 Regulations: %s',
    (nation) => {
      expect(lawInForce(rulesToDate, nation, '2026-11-22T02:00:00.000Z')).toMatchObject({
        nation,
        adults: 'regulations-2017',
        source: expect.stringContaining('SI 2017/1036') as string,
      });
    },
  );

  it('does not hang on the order in which rules were added; of two dated alike the last added counts', () => {
    expect(lawInForce([...rules].reverse(), 'england', DATE).adults).toBe('never');
    const again: PoliceStationRule = {
      ...never('england', DATE),
      adults: 'regulations-2017',
      source: 'Postponed',
    };
    expect(lawInForce([...rules, again], 'england', DATE)).toMatchObject({ source: 'Postponed' });
  });

  const arrival = factAt(station, after(30));

  it('once it is "never", refuses an adult whatever the grounds, and names the Act that made it so', () => {
    expect(refusalOf(unlawfulArrival(adult, arrival, lawInForce(rules, 'england', DATE)))).toMatchObject({
      code: 'unlawful',
      rule: 'Mental Health Act 2025, in force in england',
      details: { nation: 'england' },
    });
    expect(unlawfulArrival(adult, arrival, lawInForce(rules, 'wales', DATE))).toBeUndefined();
  });

  it('leaves a detention already under way as it was: its arrival may still be recorded and put right', () => {
    const detained = lived(blankIncident, ['opened', 0], ['advice-sought', 2], ['detained', 10]);
    const begunBefore = lawInForce(rules, 'england', before);
    const begunAfter = lawInForce(rules, 'england', DATE);
    const there = granted(tell(detained, station, 40, { law: begunBefore, id: 'arrival' }));
    expect(refusalOf(tell(detained, station, 40, { law: begunAfter })).rule).toContain('2025');
    expect(
      told(there, station, 35, { toldAt: 90, corrects: 'arrival', law: begunBefore }).facts,
    ).toHaveLength(5);
  });
});

describe('an arrival at a police station that is on record', () => {
  const detained = lived(
    blankIncident,
    ['opened', 0],
    [{ kind: 'person-described', said: { ageYears: 34, ageBasis: 'known' } }, 1],
    ['advice-sought', 2],
    ['detained', 10],
  );
  const there = told(detained, station, 40, { id: 'arrival' });
  const child = told(there, { kind: 'person-described', said: { ageYears: 16, ageBasis: 'known' } }, 60);

  it('can be put right though the person turned out to be a child: the truth of it is wanted all the more', () => {
    expect(told(child, station, 35, { toldAt: 90, corrects: 'arrival' }).facts).toHaveLength(7);
  });

  it('cannot be put right into one without grounds', () => {
    const groundless = { ...station, policeStation: undefined } as FactDetail;
    expect(refusalOf(tell(child, groundless, 40, { toldAt: 90, corrects: 'arrival' })).rule).toContain(
      'SI 2017/1036',
    );
  });

  it('cannot be made of an arrival elsewhere, for a child', () => {
    const suite = told(
      told(detained, 'arrived', 40, { id: 'suite' }),
      {
        kind: 'person-described',
        said: { ageYears: 16, ageBasis: 'known' },
      },
      60,
    );
    expect(refusalOf(tell(suite, station, 40, { toldAt: 90, corrects: 'suite' })).rule).toContain('s136A(1)');
  });
});
