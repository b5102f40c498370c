import * as fc from 'fast-check';
import type { RefusalReason } from './hold';
import { wrongRationale } from './rationale';

fc.configureGlobal({ seed: 1983 });

const codeOf = (reason: RefusalReason, rationale: string): string | undefined =>
  wrongRationale({ reason, rationale })?.code;

const reasons: readonly RefusalReason[] = [
  'full',
  'no-staff',
  'closed',
  'age',
  'needs-emergency-department',
  'risk-beyond-safe-staffing',
  'out-of-area',
  'intoxication-clinical',
];

const blanket = [
  'Drunk',
  'Intoxicated.',
  'Patient is intoxicated',
  'Patient is drunk',
  'Too drunk, drunk and incapable',
  'under the influence of alcohol and drugs',
  'He was drinking; he is very intoxicated!!!',
  'We never take intoxicated patients at this suite',
  'We do not accept intoxicated people',
  'Too intoxicated to be assessed at the moment',
  'Smells of booze, come back when sober',
  'Blood alcohol reading over our limit',
  'Blew 95 on the breathalyser',
  'Breath test positive',
  'Under the influence of alcohol',
  'Our policy is not to admit anyone who has been drinking',
  'It is trust policy that people are sober on arrival',
  'High on something, cannot be interviewed',
  'He is clearly high',
  'Still high',
  'Has taken drugs tonight and is off his face',
  'Too drunk to consent to anything',
  'Needs to sober up first',
  'Sleeping it off: bring him back in the morning',
  'Alcohol on breath, unsteady on feet, slurred speech',
  'Known alcoholic, drunk again',
  'Drunk and aggressive',
  'Aggressive due to cocaine',
  'Stoned',
  'He has had eight pints and a bottle of vodka',
  'Needs medical clearance before we can take anyone drunk',
  'Cannot be assessed until sober, take to A&E',
  'Drunk: no head injury, no seizures',
  'Drunk. Denies overdose. Nil injuries.',
  'Drunk, airway clear, obs stable, GCS 15',
  'Medically cleared but still drunk',
  'No clinical need, just drunk',
  'We never take intoxicated patients because of the risk of seizures',
  'Intoxicated people may have seizures or aspirate',
  'Anyone who has been drinking might have a head injury',
  'Not taking someone this drunk, whatever the reason',
  'Has ingested a large quantity of alcohol',
  'Drunk; we have no cardiac monitor',
  'Urine drug screen positive',
  'Not suitable for the suite while under the influence',
  'Sobriety required',
  'Alcohol level above our cut-off: site policy',
  'Intoxicated - exclusion criteria',
  'Must be breathalysed under 0.35 before acceptance',
  'We can’t take drunk people',
  'No intoxicated people after midnight',
  'Risk to staff due to intoxication',
  'Intoxicated and therefore high risk',
  'Too drunk to stand',
  'ETOH ++',
  'Off her head on drugs',
  'The suite never takes intoxicated people; they may choke',
  'There is no overdose, only alcohol',
  'Had a skinful, bring him back in the morning',
  'Intoxicated. Risk of restraint.',
  'Off his trolley on coke, will not have him',
  'Drunk, come back tomorrow',
  'Has had a few too many and is very loud',
  'Drunk and abusive, not safe here',
  'Intoxicated, high risk of violence',
  'Cannot be managed here while drunk',
  'He stinks of cider and cannot walk straight',
  'Drunk. Not suitable for the unit. Try again later.',
  'Drank two bottles of wine this evening',
  'Regular drinker, intoxicated as usual',
  'Drunk and asleep, cannot be interviewed',
  'Too drunk to talk to; ring us when he has sobered up',
  'Smoking cannabis all day, eyes bloodshot',
  'Positive for cocaine, no injuries, no overdose',
  'Intoxicated and unpredictable',
  'Drunk, take him to custody until he has slept',
  'Drunk, denies head injury, pulse normal',
] as const;

const clinical = [
  'GCS 12, cannot hold own airway',
  'GCS: 9 and falling, smells of alcohol',
  'Took 30 paracetamol with alcohol, needs bloods',
  'Head injury and drunk',
  'Alcohol withdrawal seizures twice tonight: needs a cardiac monitor and IV access.',
  'Heroin overdose, needs naloxone and observation after it',
  'Drunk and has hit her head on the kerb, vomiting since',
  'Intoxicated, cannot be roused',
  'Intoxicated and difficult to rouse: responds only to pain',
  'Drunk, oxygen saturations 88% on air',
  'Has been drinking with insulin-dependent diabetes, blood sugar 2.1',
  'Delirium tremens',
  'In alcohol withdrawal, shaking and hallucinating',
  'Unconscious after vodka',
  'Our policy is to take people who are intoxicated, but he has had two fits since arrest',
  'Drunk, but has chest pain and needs an ECG',
  'Cocaine, heart rate 160 with chest tightness',
  'Drunk; deep laceration to the forearm that needs suturing',
  'Ketamine: not able to protect his airway',
  'Needs airway monitoring that we cannot give; alcohol on board',
  'High on ecstasy, temperature 40.1 and rising',
  'Drunk and 30 weeks pregnant with abdominal pain',
  'Not just drunk: head injury an hour ago',
  'Head injury not cleared by ambulance, has been drinking',
  'Head injury needs to be ruled out, drunk',
  'Breathing 8 a minute after taking opiates',
  'We cannot take him with a head injury and alcohol on board',
  'Swallowed wraps of heroin on arrest',
  'Needs physical health monitoring after alcohol and tablets',
  'Cannot be roused: needs airway monitoring that the suite does not have',
  'Wernicke’s suspected, needs IV Pabrinex',
  'Acute behavioural disturbance after cocaine, hot and tachycardic',
  'Hypothermic (33.5) and drunk, found in the canal',
  'Drunk; unequal pupils after a fall',
  'GCS fluctuating between 10 and 13 after alcohol',
  'She has cut her wrists deeply and is drunk',
  'Possible opioid overdose; respiratory rate 6',
  'Fitting on arrival of officers, intoxicated',
  'Needs an antidote we do not hold, alcohol on board',
  'Alcoholic ketoacidosis suspected',
  'Has taken an overdose of her tablets with wine',
  'Vomiting blood, heavy drinker',
  'Confused after alcohol: no head injury, but blood glucose 2.4',
] as const;

/** Beside the drink, what was found, done, swallowed or carried: no two in the same words. */
const individual: readonly (readonly [RefusalReason, string])[] = [
  ...[
    'Took all of her sertraline with a bottle of wine',
    'Drunk and incapable: cannot stand or hold his head up',
    'Drunk, fell from a first floor window an hour ago',
    'Coughing up blood, drunk',
    'Drank bleach',
    'Passed out twice in the car after drinking',
    'Drunk. Tried to hang herself, hoarse voice and neck marks',
    'Has drunk screen wash',
    'Blacked out in the van, smells of drink',
    'Deep gash on his forearm, also drunk',
    'Drunk and has a swollen, misshapen wrist',
    'Drunk, found in the river, very cold and shivering',
    'Crashed his car after drinking, sore neck',
    'Punched in the face outside the pub, left eye closed, vision blurred',
    'He has a pacemaker and has been drinking',
    'Alcohol and cocaine, pouring sweat, hot to touch',
    'Drunk, lips gone blue',
    'Drunk, tied a lace round her throat in the van',
    'Drunk, one side of his mouth drooping',
    'Intoxicated, tasered twice by officers, barbs still in his back',
  ].map((said) => ['needs-emergency-department', said] as const),
  ...[
    'Drunk and attacked a nurse here last week, two on shift',
    'Drunk, has a blade hidden on him, refuses search',
    'Spat at and kicked officers on the way, has been drinking',
    'He has threatened to kill the woman in our other room, and is drunk',
    'Drunk; broke the door of this room in October',
    'Drunk, lit a lighter in the van and burnt the seat',
  ].map((said) => ['risk-beyond-safe-staffing', said] as const),
  ['age', 'She is fourteen and has been drinking'],
  ['age', 'Drunk, still at school'],
  ['no-staff', 'Both of us are with somebody in restraint; he is drunk'],
  ['no-staff', 'Drunk. The night nurse has gone home with a migraine.'],
  ['no-staff', 'No one to look after him until 07:00, drunk or not'],
  ['full', 'Two people here already; and he is intoxicated'],
  ['closed', 'The boiler failed, no heating; he is drunk as well'],
  ['out-of-area', 'From Leeds, drunk; his own trust has a free suite'],
];

describe('intoxication alone', () => {
  it.each(individual)(
    'is not what is meant by something of this person beside it, %s: "%s"',
    (reason, said) => {
      expect(codeOf(reason, said)).toBeUndefined();
    },
  );

  it.each<[RefusalReason, string]>([
    ['no-staff', 'No staff trained to deal with alcohol'],
    ['closed', 'Closed for admissions until he is sober'],
    ['needs-emergency-department', 'Drunk so needs physical health clearance, as all intoxicated people do'],
    ['risk-beyond-safe-staffing', 'Alcohol makes people need restraint'],
  ])('is seen in the words of another code, %s: "%s"', (reason, said) => {
    expect(codeOf(reason, said)).toBe('blanket-refusal');
  });

  it.each(blanket)('is no reason, under whatever code: "%s"', (rationale) => {
    expect(reasons.filter((reason) => codeOf(reason, rationale) !== 'blanket-refusal')).toEqual([]);
  });

  it.each(clinical)('is not what is meant by a clinical need beside it: "%s"', (rationale) => {
    expect(reasons.filter((reason) => codeOf(reason, rationale) !== undefined)).toEqual([]);
  });

  it.each<[RefusalReason, string]>([
    ['full', 'Both rooms taken, the last by somebody drunk'],
    ['no-staff', 'One nurse on shift; he is drunk and needs two'],
    ['age', 'He is 15, and drunk; we are for adults'],
    ['out-of-area', 'Lives in Fallowmere, was drinking here on a visit'],
    ['risk-beyond-safe-staffing', 'Drunk and fighting: needs four staff and there are two'],
    ['closed', 'The door of room 1 is off its hinges. Person is drunk.'],
  ])('leaves a reason of another kind what it is, %s: "%s"', (reason, rationale) => {
    expect(codeOf(reason, rationale)).toBeUndefined();
    expect(codeOf('intoxication-clinical', rationale)).toBe('blanket-refusal');
  });

  it.each<[RefusalReason, string]>([
    ['risk-beyond-safe-staffing', 'High risk of absconding and the garden wall is down'],
    ['risk-beyond-safe-staffing', 'Needs three to one; two nurses tonight.'],
    ['needs-emergency-department', 'Will not eat or drink and is very weak'],
    ['no-staff', 'Nobody on shift may give controlled drugs'],
    ['no-staff', 'Acuity is high, two nurses off sick'],
    ['full', 'Over our limit of two people'],
    ['out-of-area', 'Not our district.'],
    ['full', 'Both taken.'],
  ])('is not seen where nobody spoke of it, %s: "%s"', (reason, rationale) => {
    expect(codeOf(reason, rationale)).toBeUndefined();
  });

  it.each(['We never take people like this', 'Our policy says no', 'Over our limit'])(
    'is no worse a reason than a rule of the house: "%s"',
    (rationale) => {
      expect(codeOf('risk-beyond-safe-staffing', rationale)).toBe('blanket-refusal');
      expect(codeOf('needs-emergency-department', rationale)).toBe('blanket-refusal');
      expect(codeOf('full', rationale)).toBeUndefined();
    },
  );

  it('is the same whatever the case, and with whatever stands around it', () => {
    const around = fc.constantFrom('', ' ', '  ', '.', '!', '\n');
    fc.assert(
      fc.property(
        fc.constantFrom(...reasons),
        fc.constantFrom(...blanket),
        around,
        around,
        (reason, said, a, b) => {
          expect(codeOf(reason, `${a}${said.toUpperCase()}${b}`)).toBe('blanket-refusal');
        },
      ),
    );
  });

  it('takes nothing from a need that is named in a sentence of its own, before or after it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reasons),
        fc.constantFrom(...blanket),
        fc.constantFrom(...clinical),
        (reason, said, need) => {
          expect(codeOf(reason, `${said}. ${need}`)).toBeUndefined();
          expect(codeOf(reason, `${need}. ${said}`)).toBeUndefined();
        },
      ),
    );
  });
});

describe('a rationale', () => {
  it.each(reasons.filter((reason) => reason !== 'intoxication-clinical'))(
    'says more than its code, under "%s"',
    (reason) => {
      for (const short of ['', '.', 'No', 'n/a', '.............', 'See notes', reason.slice(0, 4)])
        expect(codeOf(reason, short)).toBe('reason-needed');
    },
  );

  it('that names a need is still to say something of it', () => {
    expect(codeOf('intoxication-clinical', 'GCS 9')).toBe('reason-needed');
  });
});
