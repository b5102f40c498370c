import type { FactDetail } from '@concord/domain';
import { unknownPerson } from '@concord/domain';
import type { Fired } from './made-up-engine';
import type { Version } from './made-up-incident';
import { msAt, uuid } from './made-up-incident';
import { journalOf } from './made-up-journal';
import type { ClockCount } from './recount';
import { Recount } from './recount';

const arrived = {
  kind: 'arrived',
  placeId: uuid(20),
  placeName: 'Elm Suite',
  placeKind: 'suite',
  roomId: null,
} as const satisfies FactDetail;

/** What people say, in the words of the record. */
export const said = {
  opened: { kind: 'opened', calledBy: 'Officers on patrol' },
  adult: {
    kind: 'person-described',
    said: { ...unknownPerson, ageYears: 34, ageBasis: 'known', sex: 'female' },
  },
  advised: { kind: 'advice-not-practicable', reason: 'No answer' },
  detained: { kind: 'detained', power: 's136-removed', officer: 'PC Burdock' },
  arrived,
  atStation: {
    ...arrived,
    placeId: uuid(21),
    placeName: 'Bridewell',
    placeKind: 'police-station',
    policeStation: {
      imminentRiskOfSeriousInjuryOrDeath: true,
      noOtherPlaceInThePoliceArea: true,
      healthcareProfessionalThroughout: true,
      authorisedBy: { name: 'Insp. Thornquill', rank: 'inspector' },
    },
  },
  handedOver: { kind: 'handed-over', acceptedBy: 'Nurse in charge' },
  review: {
    kind: 'station-review',
    custodyOfficer: 'PS Mallow',
    conditionsStillMet: true,
    asleepNoRiskFlagged: false,
    nextWithinMinutes: 60,
  },
  contested: { kind: 'start-contested', basis: 'ambulance-outside-emergency-department', note: '' },
  extended: {
    kind: 'extended',
    minutes: 360,
    doctor: 'Dr Hazeldine',
    ground: 'persons-condition',
    reason: 'Sedated, cannot be interviewed',
    superintendent: 'Supt. Rookhollow',
  },
  closing: [
    { kind: 'outcome', code: 'no-mental-disorder', note: '' },
    { kind: 'closed', note: '' },
  ],
} as const satisfies Record<string, FactDetail | readonly FactDetail[]>;

export const counted = (versions: readonly Version[], fired: readonly Fired[], until: number): ClockCount => {
  const recount = new Recount();
  for (const entry of journalOf(versions, fired)) recount.take(entry);
  recount.finish(msAt(until));
  return recount.total();
};

export const faultsIn = ({ missed, late, doubled, uncalledFor }: ClockCount) => ({
  missed,
  late,
  doubled,
  uncalledFor,
});

export const none = { missed: 0, late: 0, doubled: 0, uncalledFor: 0 };
