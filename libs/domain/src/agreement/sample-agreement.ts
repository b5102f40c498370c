import type { AgreedThreshold, Agreement } from './agreement';

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
    stopsOn: ['handed-over', 'conveyance-started'],
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
    id: 'amhp-accepted',
    label: 'AMHP accepts',
    startsOn: 'amhp-requested',
    stopsOn: ['amhp-accepted', 'assessment-started'],
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
    stopsOn: ['assessment-started'],
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
  freshness: { confirmAfterMinutes: 30, unknownAfterMinutes: 60 },
  travel: { roadFactor: 1.35, kmPerHour: 48 },
  thresholds: sampleThresholds,
  statutoryLadder: [
    { afterMinutes: 12 * 60, duties: ['control-room', 's136-coordinator'] },
    { afterMinutes: 18 * 60, duties: ['s136-coordinator', 'amhp-lead'] },
    { afterMinutes: 21 * 60, duties: ['on-call-manager', 'duty-inspector'] },
    { afterMinutes: 23 * 60, duties: ['director-on-call', 'superintendent'] },
    {
      afterMinutes: 24 * 60,
      duties: [
        's136-coordinator',
        'on-call-manager',
        'duty-inspector',
        'director-on-call',
        'superintendent',
        'amhp-lead',
      ],
    },
  ],
  revision: 0,
});
