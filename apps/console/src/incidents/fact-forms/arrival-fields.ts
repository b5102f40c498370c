import { couldBeIn, mustTreatAsUnder18 } from '@concord/domain';
import { rankWords } from '../../words/law-codes';
import { roomsOf } from '../around';
import type { Asking, FactField, FactValues, Words } from './fact-field';
import { said } from './fact-field';

/** Where the conditions of SI 2017/1036 reg 2 stand in an arrival. */
const STATION = 'policeStation.';

const goesTo =
  (kind: 'police-station' | 'dwelling') =>
  ({ placeId = '' }: FactValues, { places }: Asking): boolean =>
    places.get(placeId)?.kind === kind;

export const goesToStation = goesTo('police-station');
const goesHome = goesTo('dwelling');

/** Grounds are asked only of an adult: of anybody else there are none, and it can only be recorded as unlawful. */
const needsGrounds = (values: FactValues, asking: Asking): boolean =>
  goesToStation(values, asking) &&
  !said('unlawfulBecause')(values) &&
  !mustTreatAsUnder18(asking.incident.person);

const conditions: Readonly<Record<string, string>> = {
  imminentRiskOfSeriousInjuryOrDeath: 'Imminent risk of serious injury or death, to themselves or another',
  noOtherPlaceInThePoliceArea:
    'Because of that, no other place of safety in the police area can reasonably be expected to detain them',
  healthcareProfessionalThroughout: 'A healthcare professional will be present and available throughout',
};

/** Whether a field is part of the box on police stations. */
export const isOfStation = ({ name }: FactField): boolean =>
  name.startsWith(STATION) || name === 'unlawfulBecause';

/** The rooms there that they may be in. */
const roomsThere = ({ incident, rooms }: Asking, { placeId = '' }: FactValues): Words =>
  Object.fromEntries(
    roomsOf(rooms, placeId)
      .filter((room) => couldBeIn(room, incident))
      .map(({ id, name }) => [id, name]),
  );

/** A room of another place than is now chosen is not asked again, and not sent. */
const hasRooms = (values: FactValues, asking: Asking): boolean => {
  const there = roomsThere(asking, values);
  return Object.keys(there).length > 0 && (!values['roomId'] || values['roomId'] in there);
};

/** Where they arrived; more is asked of a home (s135(7)) and of a police station (SI 2017/1036 reg 2). */
export const arrivalFields: readonly FactField[] = [
  { kind: 'place', name: 'placeId', label: 'Place of safety' },
  {
    kind: 'list',
    name: 'roomId',
    label: 'Room',
    hint: 'Left open: the room held for them, or else the first free one that fits',
    words: roomsThere,
    when: hasRooms,
    blank: 'left-out',
  },
  {
    kind: 'tick',
    name: 'dwelling.personAgrees',
    label: 'The person agrees to be kept at this home (MHA 1983 s135(7))',
    when: goesHome,
  },
  {
    kind: 'text',
    name: 'dwelling.occupier',
    label: 'Occupier who agrees too',
    hint: 'Nothing only if the person lives there alone',
    when: goesHome,
    blank: 'none',
  },
  ...Object.entries(conditions).map(([name, label]): FactField => ({
    kind: 'tick',
    name: `${STATION}${name}`,
    label,
    when: needsGrounds,
  })),
  {
    kind: 'text',
    name: `${STATION}authorisedBy.name`,
    label: 'Authorised by',
    when: needsGrounds,
  },
  {
    kind: 'choice',
    name: `${STATION}authorisedBy.rank`,
    label: 'Rank',
    words: rankWords,
    when: needsGrounds,
  },
  {
    kind: 'text',
    name: 'unlawfulBecause',
    label: 'It happened although it was not lawful, because',
    hint: 'Recorded as unlawful, and an alarm at once',
    lines: true,
    when: goesToStation,
    blank: 'left-out',
  },
];
