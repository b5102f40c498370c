import { agreement as sample } from '../examples';
import type { StatutoryKind } from '../law/statutory-clocks';
import type { AgreedThreshold, Agreement, LadderStep, StatutoryStep } from './agreement';
import { agreementFaults } from './agreement-rules';

const calls = (afterMinutes: number, ...duties: LadderStep['duties']): LadderStep => ({
  afterMinutes,
  duties,
});

const sound: AgreedThreshold = {
  id: 'handover',
  clock: 'handover',
  label: 'Police handover',
  startsOn: 'arrived',
  stopsOn: ['handed-over'],
  resumesOn: [],
  placeKinds: [],
  ages: 'any-age',
  hours: null,
  soonAfterMinutes: 45,
  dueAfterMinutes: 55,
  overAfterMinutes: 60,
  ladder: [calls(55, 'control-room'), calls(60, 'duty-inspector')],
};
const withThreshold = (more: Partial<AgreedThreshold>): Agreement => ({
  ...sample,
  refuserFindsNext: [],
  thresholds: [{ ...sound, ...more }],
});

/** How long a suite may take to answer: stopped by whatever becomes of the request. */
const withAnswer = (more: Partial<AgreedThreshold>): Agreement =>
  withThreshold({
    ...{ id: 'answer', clock: 'answer', label: 'Suite answers', startsOn: 'hold-requested' },
    stopsOn: ['hold-accepted', 'hold-refused', 'hold-released', 'hold-expired', 'arrived'],
    ...{ soonAfterMinutes: 3, dueAfterMinutes: 5, overAfterMinutes: 10 },
    ladder: [calls(5, 'control-room'), calls(10, 'amhp-lead')],
    ...more,
  });

const before = (minutesBeforeEnd: number, ...duties: LadderStep['duties']): StatutoryStep => ({
  minutesBeforeEnd,
  duties,
});
const withLegalLadder = (kind: StatutoryKind, ...ladder: StatutoryStep[]): Agreement => ({
  ...sample,
  statutoryLadders: { ...sample.statutoryLadders, [kind]: ladder },
});

const withFreshness = (more: Partial<Agreement['freshness']>): Agreement => ({
  ...sample,
  freshness: { ...sample.freshness, ...more },
});

describe('an agreement that could not be kept is not taken', () => {
  it('finds nothing wrong with the sample that every area starts from, nor with a small sound one', () => {
    expect(agreementFaults(sample)).toEqual([]);
    expect(agreementFaults(withThreshold({}))).toEqual([]);
  });

  it.each<[string, Agreement, string]>([
    [
      'each of those to say so who can see no alarm',
      withThreshold({ ladder: [{ ...calls(55, 'triage-crew'), each: true }, calls(60, 'duty-inspector')] }),
      'thresholds.0.ladder.0.each',
    ],
    [
      'the same of a limit in law',
      withLegalLadder(
        's136-permitted-period',
        { ...before(60, 'amhp'), each: true },
        before(0, 'control-room'),
      ),
      'statutoryLadders.s136-permitted-period.0.each',
    ],
    [
      'a wait that starts when the record is shut',
      withThreshold({ startsOn: 'closed' }),
      'thresholds.0.startsOn',
    ],
    [
      'a stop that also lets it go on',
      withThreshold({ stopsOn: ['hold-accepted'], resumesOn: ['hold-accepted'] }),
      'thresholds.0.resumesOn',
    ],
    ['a start that also lets it go on', withThreshold({ resumesOn: ['arrived'] }), 'thresholds.0.resumesOn'],
    [
      'a step for nobody real',
      withThreshold({ ladder: [calls(55, 'control-room'), calls(60, 'demo')] }),
      'thresholds.0.ladder.1.duties',
    ],
    [
      'a duty called twice',
      withThreshold({ ladder: [calls(55, 'control-room', 'control-room'), calls(60, 'duty-inspector')] }),
      'thresholds.0.ladder.0.duties',
    ],
    [
      'a channel used twice',
      withThreshold({
        ladder: [{ ...calls(55, 'control-room'), channels: ['sms', 'sms'] }, calls(60, 'duty-inspector')],
      }),
      'thresholds.0.ladder.0.channels',
    ],
    [
      'a warning before the limit could begin',
      withLegalLadder('station-check', before(600, 'control-room'), before(0, 'control-room')),
      'statutoryLadders.station-check.0.minutesBeforeEnd',
    ],
    [
      'a warning of what is over as it begins',
      withLegalLadder('under-18', before(1, 'control-room'), before(0, 'control-room')),
      'statutoryLadders.under-18.0.minutesBeforeEnd',
    ],
    [
      'a step that calls only those who are never called about an incident',
      withThreshold({ ladder: [calls(55, 'control-room'), calls(60, 'alternative-staff')] }),
      'thresholds.0.ladder.1.duties',
    ],
    [
      'the same at the end of a limit in law',
      withLegalLadder('s136-permitted-period', before(0, 'alternative-staff')),
      'statutoryLadders.s136-permitted-period.0.duties',
    ],
    [
      'a wait that is over as it starts',
      withThreshold({
        ...{ soonAfterMinutes: 0, dueAfterMinutes: 0, overAfterMinutes: 0 },
        ladder: [calls(0, 'control-room')],
      }),
      'thresholds.0.overAfterMinutes',
    ],
    [
      'a suite that is to be over with its answer when no hold is kept so long',
      withAnswer({ overAfterMinutes: 721, ladder: [calls(5, 'control-room'), calls(721, 'amhp-lead')] }),
      'thresholds.0.overAfterMinutes',
    ],
    [
      'the same of when it is due',
      withAnswer({
        ...{ dueAfterMinutes: 721, overAfterMinutes: 800 },
        ladder: [calls(721, 'control-room'), calls(800, 'amhp-lead')],
      }),
      'thresholds.0.dueAfterMinutes',
    ],
    [
      'what can only come before the start as all that stops it',
      withThreshold({ stopsOn: ['detained', 'diverted'] }),
      'thresholds.0.stopsOn',
    ],
    ['a party named twice', { ...sample, parties: ['trust', 'trust'] }, 'parties.1'],
    [
      'two waits of one label',
      {
        ...withThreshold({}),
        thresholds: [
          sound,
          { ...sound, id: 'other', clock: 'other', startsOn: 'handed-over', stopsOn: ['outcome'] },
        ],
      },
      'thresholds.1.label',
    ],
    ['nobody real to confirm', withFreshness({ confirmDuties: ['demo'] }), 'freshness.confirmDuties'],
  ])('names the path of %s', (_, terms, field) => {
    expect(agreementFaults(terms).map((fault) => fault.field)).toContain(field);
  });

  it.each<[string, Agreement]>([
    [
      'a step that calls somebody besides them',
      withThreshold({
        ladder: [calls(55, 'control-room'), calls(60, 'alternative-staff', 'duty-inspector')],
      }),
    ],
    [
      'an answer due after the hold’s agreed time, which the control room can lengthen',
      { ...withAnswer({}), holdAnswerMinutes: 3 },
    ],
    [
      'an answer at the very end of the longest hold',
      withAnswer({ overAfterMinutes: 720, ladder: [calls(5, 'control-room'), calls(720, 'amhp-lead')] }),
    ],
    [
      'an answer that is agreed to be waited for longer than any hold is lengthened to',
      {
        ...withAnswer({ overAfterMinutes: 800, ladder: [calls(5, 'control-room'), calls(800, 'amhp-lead')] }),
        holdAnswerMinutes: 800,
      },
    ],
    [
      'a wait that goes on after a suite has refused',
      withAnswer({
        stopsOn: ['hold-accepted', 'hold-expired'],
        ...{ overAfterMinutes: 900, ladder: [calls(5, 'control-room'), calls(900, 'amhp-lead')] },
      }),
    ],
    ['a stop that may come before or after', withThreshold({ stopsOn: ['detained', 'conveyance-started'] })],
    [
      'a stop that comes back with a transfer',
      withThreshold({ startsOn: 'handed-over', stopsOn: ['arrived'] }),
    ],
    [
      'a wait that is due as it starts and over later',
      withThreshold({
        ...{ soonAfterMinutes: 0, dueAfterMinutes: 0 },
        ladder: [calls(0, 'control-room'), calls(60, 'duty-inspector')],
      }),
    ],
  ])('takes what can be kept: %s', (_what, terms) => {
    expect(agreementFaults(terms)).toEqual([]);
  });

  it('lets two rules of one wait share its label', () => {
    const atNight = { ...sound, id: 'night', hours: { days: [1], from: '22:00', to: '06:00' } };
    expect(agreementFaults({ ...withThreshold({}), thresholds: [sound, atNight] })).toEqual([]);
  });

  it.each<[string, Agreement, string]>([
    [
      'a search that a refusing suite owes, and no clock for it',
      { ...withThreshold({}), refuserFindsNext: ['no-staff'] },
      'a suite that refuses is to find the next place, but no threshold starts when it owes that search',
    ],
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
    [
      'a legal limit whose end calls only the staff of alternatives',
      withLegalLadder('s136-permitted-period', before(0, 'alternative-staff')),
      '24-hour limit: a step calls only those who are called about their own places, never about an incident: alternative staff',
    ],
    [
      'a suite’s answer that is over after its hold has lapsed, however often that was lengthened',
      withAnswer({ overAfterMinutes: 721, ladder: [calls(5, 'control-room'), calls(721, 'amhp-lead')] }),
      'answer: a hold not answered lapses after 720 minutes at the longest, so that 721 never come',
    ],
    [
      'an arrival that only the detention before it would stop',
      withThreshold({ stopsOn: ['detained'] }),
      'handover: nothing stops it: what is named can only come before its start (detained)',
    ],
    ['a clock that nothing stops', withThreshold({ stopsOn: [] }), 'handover: nothing stops it'],
    [
      'a clock that stops as it starts',
      withThreshold({ stopsOn: ['handed-over', 'arrived'] }),
      'handover: it would stop as it starts',
    ],
    [
      'a kind of place for what is not an arrival',
      withThreshold({ startsOn: 'detained', placeKinds: ['suite'] }),
      'handover: only an arrival is at a kind of place',
    ],
    [
      'hours on no day',
      withThreshold({ hours: { days: [], from: '20:00', to: '08:00' } }),
      'handover: hours on no day',
    ],
    [
      'two rules of one wait, neither more specific',
      { ...sample, thresholds: [sound, { ...sound, id: 'also' }] },
      'also and handover: either could govern, and neither is more specific',
    ],
    [
      'two thresholds that would be one',
      { ...sample, thresholds: [sound, sound] },
      'two thresholds have one id',
    ],
    [
      'nobody is called when the 24 hours end',
      withLegalLadder('s136-permitted-period', before(1, 'superintendent')),
      '24-hour limit: nobody is called when it ends',
    ],
    [
      'the step at the end of the 24 hours calls no duty',
      withLegalLadder('s136-permitted-period', before(60, 'superintendent'), before(0)),
      '24-hour limit: nobody is called when it ends',
    ],
    [
      'two warnings at one minute before the 24 hours end',
      withLegalLadder('s136-permitted-period', before(0, 'superintendent'), before(0, 'amhp')),
      '24-hour limit: two steps at one minute',
    ],
    [
      'warnings of the 24 hours in the wrong order',
      withLegalLadder('s136-permitted-period', before(0, 'superintendent'), before(60, 'amhp')),
      '24-hour limit: the ladder must rise',
    ],
    [
      'nobody is called when a check at a police station is missed',
      withLegalLadder('station-check', before(5, 'control-room')),
      '30-minute check: nobody is called when it ends',
    ],
    [
      'nobody is called when somebody turns out to be under 18',
      withLegalLadder('under-18'),
      'Under 18: nobody is called when it ends',
    ],
    [
      'a status unknown before it is due for confirmation',
      withFreshness({ confirmAfterMinutes: 60, unknownAfterMinutes: 30 }),
      'freshness: a value cannot become unknown before it is due to be confirmed',
    ],
    [
      'a status that is old as it is said',
      withFreshness({ confirmAfterMinutes: 0 }),
      'freshness: a value is believed for no time at all',
    ],
    [
      'a status that nobody is asked to confirm',
      withFreshness({ confirmDuties: [] }),
      'freshness: nobody is asked to confirm a status',
    ],
    [
      'a status that is unknown to nobody',
      withFreshness({ unknownDuties: [] }),
      'freshness: nobody is told that a status is unknown',
    ],
    [
      'a threshold with the name of the clock on places',
      withThreshold({ id: 'place-status' }),
      'a threshold has the name of the clock on places',
    ],
  ])('says what is wrong: %s', (_what, agreement, fault) => {
    expect(agreementFaults(agreement).map(({ message }) => message)).toContain(fault);
  });
});

describe('the sample agreement', () => {
  it('says that nobody has agreed it', () => {
    expect(sample).toMatchObject({ sample: true, version: 1 });
    expect(sample.title).toContain('illustrative');
  });

  it('warns four times before the 24 hours end and calls everybody when they do', () => {
    const ladder = sample.statutoryLadders['s136-permitted-period'];
    expect(ladder.map(({ minutesBeforeEnd }) => minutesBeforeEnd / 60)).toEqual([12, 6, 3, 1, 0]);
    expect(ladder.at(-1)?.duties).toEqual(expect.arrayContaining(['director-on-call', 'superintendent']));
  });
});
