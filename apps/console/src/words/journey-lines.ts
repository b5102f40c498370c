import { placeKindWords } from '../beds/place-words';
import { hourMinute } from '../time/london';
import { callStepWords, declineWords } from './amhp-words';
import {
  alternativeKindWords,
  closedReasonWords,
  conveyanceWords,
  diversionWords,
  professionWords,
  referralAnswerWords,
  referralHowWords,
  refusalReasonWords,
  vehicleReasonWords,
} from './codes';
import { authoriserWords } from './law-codes';
import { ambulanceCategoryWords } from './person-codes';
import type { LinesFor } from './line';
import { withMore } from './line';

type Kinds =
  | 'opened'
  | 'advice-sought'
  | 'advice-not-practicable'
  | 'diverted'
  | 'referred'
  | 'referral-answered'
  | `hold-${'requested' | 'accepted' | 'extended' | 'refused' | 'refusal-reversed' | 'released' | 'expired'}`
  | `search-${'owed' | 'handed-back'}`
  | `outside-${'accepted' | 'withdrew'}`
  | `room-${'closing' | 'reopened'}`
  | `car-${'committed' | 'cleared'}`
  | 'conveyance-started'
  | 'arrived'
  | 'handed-over'
  | 'police-left'
  | 'absconded'
  | 'retaken'
  | `ambulance-${'requested' | 'arrived'}`
  | 'doctor-call'
  | `amhp-${'requested' | 'offered' | 'declined' | 'offer-lapsed' | 'offer-taken-back' | 'closed' | 'accepted' | 'withdrew' | 'travelling' | 'on-scene'}`;

export const journeyLines: LinesFor<Kinds> = {
  opened: ({ calledBy }) => `Opened. Called by ${calledBy}`,
  'advice-sought': ({ adviser, profession, advice }) =>
    `Advice from ${adviser} (${professionWords[profession]}): ${advice}`,
  'advice-not-practicable': ({ reason }) => `Consultation not practicable: ${reason}`,
  diverted: ({ to, note, alternativeName }) =>
    withMore(`Not detained. ${diversionWords[to]}`, alternativeName, note),
  referred: ({ alternativeName, alternativeKind, how, acceptedBy }) =>
    withMore(
      `Referred to ${alternativeName} (${alternativeKindWords[alternativeKind].toLowerCase()})`,
      referralHowWords[how],
      acceptedBy && `Taken by ${acceptedBy}`,
    ),
  'referral-answered': ({ alternativeName, answer, reason }) =>
    withMore(`${alternativeName} ${referralAnswerWords[answer]}`, reason),
  'hold-requested': ({ placeName, roomName }) => `${placeName}, ${roomName}: asked to take this person`,
  'hold-accepted': () => 'Suite accepted',
  'hold-refused': ({ reason, rationale }) =>
    withMore(`Suite refused (${refusalReasonWords[reason]})`, rationale),
  'hold-extended': ({ until, reason }) => withMore(`Room kept until ${hourMinute(until)}`, reason),
  'hold-refusal-reversed': ({ reason }) => withMore('Suite takes them after all', reason),
  'hold-released': ({ reason }) => withMore('Room given back', reason),
  'hold-expired': () => 'Hold ran out',
  'search-owed': ({ placeName }) => `${placeName} finds the next place`,
  'search-handed-back': ({ placeName, reason }) =>
    withMore(`${placeName} hands the search back to the control room`, reason),
  'outside-accepted': ({ placeName, placeKind, acceptedBy, telephone }) =>
    `${placeName} (outside the network, ${placeKindWords[placeKind].toLowerCase()}) accepted: ${acceptedBy}, ${telephone}`,
  'outside-withdrew': ({ placeName, reason }) => withMore(`${placeName} takes them no longer`, reason),
  'room-closing': ({ reason }) =>
    `The room is closing (${closedReasonWords[reason].toLowerCase()}): the person must be moved`,
  'room-reopened': () => 'The room is not closing after all',
  'car-committed': ({ callsign }) => `${callsign} committed`,
  'car-cleared': ({ callsign }) => `${callsign} cleared`,
  'conveyance-started': ({ mode, policeVehicleReason, authorisedBy }) =>
    withMore(
      `Conveyance by ${conveyanceWords[mode].toLowerCase()}`,
      policeVehicleReason && vehicleReasonWords[policeVehicleReason],
      authorisedBy &&
        `Authorised by ${authorisedBy.name} (${authoriserWords[authorisedBy.role].toLowerCase()})`,
    ),
  arrived: ({ placeName, policeStation, dwelling }) =>
    withMore(
      `Arrived at ${placeName}`,
      policeStation && `Authorised by ${policeStation.authorisedBy.name}`,
      dwelling &&
        (dwelling.occupier === null
          ? 'The person agrees'
          : `The person agrees, and ${dwelling.occupier} who lives there`),
    ),
  'handed-over': ({ acceptedBy }) => `Handed over. Accepted by ${acceptedBy}`,
  'police-left': ({ officer, agreedRisk }) => `Police left (${officer}). Risk agreed: ${agreedRisk}`,
  absconded: ({ note }) => withMore('Absconded', note),
  retaken: ({ officer, where }) => `Retaken by ${officer}, ${where}`,
  'ambulance-requested': ({ category }) =>
    `Ambulance requested (${ambulanceCategoryWords[category].toLowerCase()})`,
  'ambulance-arrived': ({ callsign }) => `Ambulance ${callsign} arrived`,
  'amhp-requested': () => 'AMHP requested',
  'amhp-offered': ({ to }) => `Offered to ${to.name}`,
  'amhp-declined': ({ from, code, reason }) =>
    withMore(`${from.name} cannot take it`, code && declineWords[code], reason),
  'amhp-offer-lapsed': ({ from }) => `${from.name} did not answer in time`,
  'amhp-closed': ({ district, reason }) => withMore(`AMHP request to ${district} closed`, reason),
  'amhp-offer-taken-back': ({ from, reason }) => withMore(`No longer asked of ${from.name}`, reason),
  'amhp-accepted': ({ amhp, notBefore }) =>
    `${amhp.name} accepted${notBefore ? `, from ${hourMinute(notBefore)}` : ''}`,
  'amhp-withdrew': ({ amhp, by, reason }) =>
    withMore(
      by.userId === amhp.userId
        ? `${amhp.name} can no longer go`
        : `${amhp.name} stood down by the duty lead`,
      reason,
    ),
  'doctor-call': ({ nth, step, doctor, code, reason, notBefore }) =>
    withMore(
      `${nth === 1 ? 'First' : 'Second'} section 12 doctor: ${doctor ? `${doctor.name} ` : ''}${callStepWords[step]}${notBefore ? ` from ${hourMinute(notBefore)}` : ''}`,
      code && declineWords[code],
      reason,
    ),
  'amhp-travelling': ({ amhp }) => `${amhp.name} is travelling`,
  'amhp-on-scene': ({ amhp }) => `${amhp.name} is on scene`,
};
