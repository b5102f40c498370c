import { agreement as sample } from '../examples';
import type { AgreedThreshold, Agreement, LadderStep } from './agreement';
import { agreementFaults } from './agreement-rules';

const calls = (afterMinutes: number, ...duties: LadderStep['duties']): LadderStep => ({
  afterMinutes,
  duties,
});

const sound: AgreedThreshold = {
  id: 'handover',
  label: 'Police handover',
  startsOn: 'arrived',
  stopsOn: ['handed-over'],
  resumesOn: [],
  placeKinds: [],
  soonAfterMinutes: 45,
  dueAfterMinutes: 55,
  overAfterMinutes: 60,
  ladder: [calls(55, 'control-room'), calls(60, 'duty-inspector')],
};
const withThreshold = (more: Partial<AgreedThreshold>): Agreement => ({
  ...sample,
  thresholds: [{ ...sound, ...more }],
});

describe('an agreement that could not be kept is not taken', () => {
  it('finds nothing wrong with the sample that every area starts from, nor with a small sound one', () => {
    expect(agreementFaults(sample)).toEqual([]);
    expect(agreementFaults(withThreshold({}))).toEqual([]);
  });

  it.each<[string, Agreement, string]>([
    [
      '"due" before "soon"',
      withThreshold({ soonAfterMinutes: 56 }),
      'handover: soon, due and over must rise',
    ],
    [
      'nobody is called when a clock is due',
      withThreshold({ ladder: [calls(60, 'amhp-lead')] }),
      'handover: nobody is called when it is due',
    ],
    [
      'nobody is called at the breach',
      withThreshold({ ladder: [calls(55, 'amhp-lead'), calls(61, 'amhp-lead')] }),
      'handover: nobody is called when it is over',
    ],
    [
      'the step at the breach calls no duty',
      withThreshold({ ladder: [calls(55, 'amhp-lead'), calls(60)] }),
      'handover: nobody is called when it is over',
    ],
    [
      'a later step calls no duty',
      withThreshold({ ladder: [...sound.ladder, calls(90)] }),
      'handover: a step that calls nobody',
    ],
    [
      'a ladder that goes down',
      withThreshold({ ladder: [...sound.ladder].reverse() }),
      'handover: the ladder must rise',
    ],
    [
      'two steps that would be one deadline',
      withThreshold({ ladder: [...sound.ladder, calls(60, 'amhp-lead')] }),
      'handover: two steps at one minute',
    ],
    ['a clock that nothing stops', withThreshold({ stopsOn: [] }), 'handover: nothing stops it'],
    [
      'two thresholds that would be one',
      { ...sample, thresholds: [sound, sound] },
      'two thresholds have one id',
    ],
    [
      'nobody is called when the 24 hours end',
      { ...sample, statutoryLadder: [calls(1439, 'superintendent')] },
      'statutory limit: nobody is called when the 24 hours end',
    ],
    [
      'two warnings at one minute before the 24 hours end',
      { ...sample, statutoryLadder: [...sample.statutoryLadder, calls(1440, 'amhp')] },
      'statutory limit: two steps at one minute',
    ],
    [
      'a status unknown before it is due for confirmation',
      { ...sample, freshness: { confirmAfterMinutes: 60, unknownAfterMinutes: 30 } },
      'freshness: a value cannot become unknown before it is due to be confirmed',
    ],
  ])('says what is wrong: %s', (_what, agreement, fault) => {
    expect(agreementFaults(agreement)).toContain(fault);
  });
});

describe('the sample agreement', () => {
  it('says that nobody has agreed it', () => {
    expect(sample).toMatchObject({ sample: true, version: 1 });
    expect(sample.title).toContain('illustrative');
  });

  it('warns four times before the 24 hours end and calls everybody when they do', () => {
    expect(sample.statutoryLadder.map(({ afterMinutes }) => afterMinutes / 60)).toEqual([12, 18, 21, 23, 24]);
    expect(sample.statutoryLadder.at(-1)?.duties).toEqual(
      expect.arrayContaining(['director-on-call', 'superintendent']),
    );
  });
});
