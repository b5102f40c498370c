import type { Duty } from '../duty';
import type { AgreedThreshold, Agreement, StatutoryStep } from './agreement';

/**
 * Illustrative thresholds. No area has agreed these figures; they give a first agreement its shape.
 * (No real minute-by-minute ladder was found in any published local agreement.)
 */
const sampleThresholds: readonly AgreedThreshold[] = [
  {
    id: 'hold-answer',
    label: 'Suite answers',
    startsOn: 'hold-requested',
    stopsOn: ['hold-accepted', 'hold-refused', 'hold-released', 'hold-expired', 'arrived'],
    resumesOn: [],
    placeKinds: [],
    soonAfterMinutes: 3,
    dueAfterMinutes: 5,
    overAfterMinutes: 10,
    ladder: [
      { afterMinutes: 5, duties: ['control-room'] },
      { afterMinutes: 10, duties: ['s136-coordinator'] },
      { afterMinutes: 20, duties: ['on-call-manager', 'duty-inspector'] },
    ],
  },
  {
    id: 'place-found',
    label: 'Place of safety found',
    startsOn: 'detained',
    stopsOn: ['hold-accepted', 'arrived'],
    resumesOn: ['hold-released', 'hold-expired'],
    placeKinds: [],
    soonAfterMinutes: 15,
    dueAfterMinutes: 20,
    overAfterMinutes: 30,
    ladder: [
      { afterMinutes: 20, duties: ['control-room'] },
      { afterMinutes: 30, duties: ['on-call-manager', 'duty-inspector'] },
      { afterMinutes: 60, duties: ['director-on-call', 'superintendent'] },
    ],
  },
  {
    id: 'handover',
    label: 'Police handover',
    startsOn: 'arrived',
    stopsOn: ['handed-over', 'conveyance-started', 'absconded'],
    resumesOn: [],
    placeKinds: ['suite'],
    soonAfterMinutes: 45,
    dueAfterMinutes: 55,
    overAfterMinutes: 60,
    ladder: [
      { afterMinutes: 55, duties: ['control-room'] },
      { afterMinutes: 60, duties: ['s136-coordinator', 'duty-inspector'] },
      { afterMinutes: 90, duties: ['on-call-manager'] },
      { afterMinutes: 120, duties: ['director-on-call', 'superintendent'] },
    ],
  },
  {
    id: 'handover-emergency-department',
    label: 'Police handover (emergency department)',
    startsOn: 'arrived',
    stopsOn: ['handed-over', 'conveyance-started', 'absconded'],
    resumesOn: [],
    placeKinds: ['emergency-department'],
    soonAfterMinutes: 60,
    dueAfterMinutes: 90,
    overAfterMinutes: 120,
    ladder: [
      { afterMinutes: 90, duties: ['control-room'] },
      { afterMinutes: 120, duties: ['duty-inspector', 's136-coordinator'] },
      { afterMinutes: 240, duties: ['superintendent', 'on-call-manager'] },
    ],
  },
  {
    id: 'ambulance',
    label: 'Ambulance on scene',
    startsOn: 'ambulance-requested',
    stopsOn: ['ambulance-arrived', 'conveyance-started', 'arrived'],
    resumesOn: [],
    placeKinds: [],
    soonAfterMinutes: 15,
    dueAfterMinutes: 20,
    overAfterMinutes: 30,
    ladder: [
      { afterMinutes: 20, duties: ['control-room'] },
      { afterMinutes: 30, duties: ['control-room', 'duty-inspector'] },
    ],
  },
  {
    id: 'bed-found',
    label: 'Bed found',
    startsOn: 'bed-sought',
    stopsOn: ['bed-found'],
    resumesOn: [],
    placeKinds: [],
    soonAfterMinutes: 60,
    dueAfterMinutes: 120,
    overAfterMinutes: 180,
    ladder: [
      { afterMinutes: 120, duties: ['s136-coordinator'] },
      { afterMinutes: 180, duties: ['on-call-manager'] },
      { afterMinutes: 240, duties: ['director-on-call'] },
    ],
  },
  {
    id: 'transfer-out',
    label: 'Moved from a closed room',
    startsOn: 'room-closing',
    stopsOn: ['conveyance-started', 'room-reopened'],
    resumesOn: [],
    placeKinds: [],
    soonAfterMinutes: 15,
    dueAfterMinutes: 30,
    overAfterMinutes: 60,
    ladder: [
      { afterMinutes: 30, duties: ['control-room', 's136-coordinator'] },
      { afterMinutes: 60, duties: ['on-call-manager', 'duty-inspector'] },
    ],
  },
  {
    id: 'amhp-withdrew',
    label: 'AMHP found again',
    startsOn: 'amhp-withdrew',
    stopsOn: ['amhp-accepted', 'amhp-closed', 'assessment-started'],
    resumesOn: [],
    placeKinds: [],
    soonAfterMinutes: 0,
    dueAfterMinutes: 0,
    overAfterMinutes: 15,
    ladder: [
      { afterMinutes: 0, duties: ['amhp-lead'] },
      { afterMinutes: 15, duties: ['amhp-lead', 'on-call-manager'] },
    ],
  },
  {
    id: 'amhp-accepted',
    label: 'AMHP accepts',
    startsOn: 'amhp-requested',
    stopsOn: ['amhp-accepted', 'amhp-closed', 'assessment-started'],
    resumesOn: ['amhp-withdrew'],
    placeKinds: [],
    soonAfterMinutes: 15,
    dueAfterMinutes: 20,
    overAfterMinutes: 30,
    ladder: [
      { afterMinutes: 20, duties: ['control-room'] },
      { afterMinutes: 30, duties: ['amhp-lead'] },
      { afterMinutes: 60, duties: ['on-call-manager'] },
    ],
  },
  {
    id: 'assessment',
    label: 'Assessment starts',
    startsOn: 'amhp-requested',
    stopsOn: ['assessment-started', 'amhp-closed'],
    resumesOn: [],
    placeKinds: [],
    soonAfterMinutes: 120,
    dueAfterMinutes: 135,
    overAfterMinutes: 180,
    ladder: [
      { afterMinutes: 135, duties: ['control-room'] },
      { afterMinutes: 180, duties: ['amhp-lead', 'on-call-manager'] },
      { afterMinutes: 240, duties: ['director-on-call'] },
    ],
  },
];

const everybody: readonly Duty[] = [
  's136-coordinator',
  'on-call-manager',
  'duty-inspector',
  'director-on-call',
  'superintendent',
  'amhp-lead',
];
const atOnce: readonly StatutoryStep[] = [
  { minutesBeforeEnd: 0, duties: ['control-room', 's136-coordinator', 'duty-inspector', 'superintendent'] },
];

/** Who is warned of each legal clock. When is agreed; that they run, and for how long, is law. */
const sampleStatutoryLadders: Agreement['statutoryLadders'] = {
  's136-permitted-period': [
    { minutesBeforeEnd: 12 * 60, duties: ['control-room', 's136-coordinator'] },
    { minutesBeforeEnd: 6 * 60, duties: ['s136-coordinator', 'amhp-lead'] },
    { minutesBeforeEnd: 3 * 60, duties: ['on-call-manager', 'duty-inspector'] },
    { minutesBeforeEnd: 60, duties: ['director-on-call', 'superintendent'] },
    { minutesBeforeEnd: 0, duties: everybody },
  ],
  retake: [
    { minutesBeforeEnd: 6 * 60, duties: ['control-room', 'duty-inspector'] },
    { minutesBeforeEnd: 60, duties: ['duty-inspector', 's136-coordinator'] },
    { minutesBeforeEnd: 0, duties: ['duty-inspector', 'superintendent', 'on-call-manager'] },
  ],
  'station-check': [
    { minutesBeforeEnd: 5, duties: ['control-room'] },
    { minutesBeforeEnd: 0, duties: ['control-room', 'duty-inspector'] },
    { minutesBeforeEnd: -15, duties: ['superintendent', 'on-call-manager'] },
  ],
  'station-review': [
    { minutesBeforeEnd: 10, duties: ['control-room'] },
    { minutesBeforeEnd: 0, duties: ['control-room', 'duty-inspector'] },
    { minutesBeforeEnd: -30, duties: ['superintendent', 'on-call-manager'] },
  ],
  'station-conditions-ceased': atOnce,
  'under-18': atOnce,
  'dwelling-consent-withdrawn': atOnce,
};

/** The agreement a new area starts from, labelled as a sample wherever it is shown. */
export const sampleAgreement = (areaId: string, id: string, effectiveFrom: string): Agreement => ({
  id,
  areaId,
  version: 1,
  title: 'Sample agreement (illustrative figures, agreed by nobody)',
  sample: true,
  effectiveFrom,
  holdAnswerMinutes: 30,
  holdArriveMinutes: 120,
  offerAnswerMinutes: 10,
  freshness: {
    confirmAfterMinutes: 30,
    unknownAfterMinutes: 60,
    confirmDuties: ['suite-nurse', 's136-coordinator', 'on-call-manager'],
    unknownDuties: ['on-call-manager', 's136-coordinator'],
  },
  travel: { roadFactor: 1.35, kmPerHour: 48 },
  thresholds: sampleThresholds,
  disputedTimes: 'earliest',
  statutoryLadders: sampleStatutoryLadders,
  revision: 0,
});
