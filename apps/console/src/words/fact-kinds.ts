import type { FactKind } from '@concord/domain';

/** Each kind of fact as the event that starts or stops a wait, in the words of an agreement. */
export const factKindWords: Readonly<Record<FactKind, string>> = {
  opened: 'Police are first called',
  'advice-sought': 'Advice is sought',
  'advice-not-practicable': 'Advice is not practicable',
  'warrant-entered': 'A warrant is entered',
  diverted: 'The person is helped without detention',
  referred: 'The person is referred to an alternative',
  'referral-answered': 'An alternative answers for the person',
  detained: 'The person is detained',
  'hold-requested': 'A suite is asked for a room',
  'hold-accepted': 'A suite accepts',
  'hold-extended': 'A hold is extended',
  'hold-refusal-reversed': 'A refusal is reversed',
  'hold-refused': 'A suite refuses',
  'hold-released': 'A held room is given back',
  'hold-expired': 'A hold lapses',
  'search-owed': 'A suite that refused owes the search for the next',
  'search-handed-back': 'A suite hands the search back',
  'outside-accepted': 'A place outside the network accepts',
  'outside-withdrew': 'A place outside the network withdraws',
  'room-closing': 'The room of a person in it closes',
  'room-reopened': 'A closed room opens again',
  'car-committed': 'A triage car is committed',
  'car-cleared': 'A triage car is cleared',
  'conveyance-started': 'The journey to a place starts',
  arrived: 'The person arrives',
  'start-contested': 'When the limit began is contested',
  'reading-adopted': 'A reading of the start is adopted',
  'handed-over': 'Police hand over to staff',
  'police-left': 'Police leave',
  'amhp-requested': 'An AMHP is requested',
  'amhp-offered': 'An AMHP is offered the request',
  'amhp-declined': 'An AMHP declines',
  'amhp-offer-lapsed': 'An offer to an AMHP lapses',
  'amhp-offer-taken-back': 'The AMHP lead asks somebody else',
  'amhp-accepted': 'An AMHP accepts',
  'amhp-withdrew': 'An AMHP withdraws',
  'amhp-closed': 'The AMHP request is closed',
  'amhp-travelling': 'The AMHP sets out',
  'amhp-on-scene': 'The AMHP arrives',
  'doctor-call': 'A section 12 doctor is called',
  'assessment-started': 'The assessment starts',
  extended: 'The limit is extended',
  'bed-sought': 'A bed is sought',
  'bed-found': 'A bed is found',
  absconded: 'The person absconds',
  retaken: 'The person is retaken',
  arrested: 'The person is arrested',
  'consent-withdrawn': 'Consent to stay in a dwelling is withdrawn',
  'station-check': 'A check at the police station',
  'station-review': 'A review at the police station',
  'person-described': 'The person is described',
  'risk-noted': 'A risk is noted',
  searched: 'The person is searched',
  'interpreter-arranged': 'An interpreter is found',
  'fitness-told': 'It is said whether they are fit to be assessed',
  'rights-given': 'Rights are given',
  'property-listed': 'Property is listed',
  restrained: 'Force is used',
  'ambulance-requested': 'An ambulance is requested',
  'ambulance-arrived': 'The ambulance arrives',
  noted: 'A note is made',
  confirmed: 'A time is confirmed',
  disputed: 'A time is disputed',
  outcome: 'The detention ends',
  closed: 'The record is closed',
  'recorded-in-error': 'An entry is taken back',
  'incident-in-error': 'The record is found to be in error',
  'merged-in': 'Another record is merged in',
  'merged-into': 'The record is merged into another',
  unmerged: 'Merged records are parted',
};

/** "A suite accepts, or the person arrives": any of them. */
export const anyOfFacts = (kinds: readonly FactKind[]): string =>
  kinds
    .map((kind, i) => {
      const words = factKindWords[kind];
      return i === 0 || words.startsWith('AMHP')
        ? words
        : `${words[0]?.toLowerCase() ?? ''}${words.slice(1)}`;
    })
    .join(kinds.length > 2 ? '; ' : ', or ')
    .replace(/; (?=[^;]*$)/, '; or ');
