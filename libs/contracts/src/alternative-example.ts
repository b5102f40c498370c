import type { Alternative, Observation } from '@concord/domain';
import { everyDay } from '@concord/domain';

const uid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const lamp = uid(12);
export const hearth = uid(13);

const observed: Observation = {
  at: '2026-11-22T02:00:00.000Z',
  by: { userId: uid(41), name: 'Nia Patel' },
  source: 'site',
};

/** A crisis café that is shut for the hour, with one expected since its places were counted. */
export const alternativeExample: Alternative = {
  id: lamp,
  areaId: uid(1),
  agencyId: uid(67),
  name: 'The Lamp',
  kind: 'crisis-cafe',
  district: 'Harrowdale',
  position: { lat: 54.2, lon: -2 },
  telephone: '01632 960 401',
  ages: 'adults',
  agesFirm: false,
  meets: ['step-free'],
  catchment: [],
  referrers: ['police', 'self'],
  hours: everyDay('18:00', '02:00'),
  places: 4,
  capacity: { left: 3, observed },
  shut: { reason: 'No staff', until: '2026-11-22T03:00:00.000Z', observed },
  expected: [
    {
      incidentId: uid(2),
      incidentRef: 'HV-1001',
      referralId: uid(50),
      referredAt: '2026-11-22T02:00:00.000Z',
      by: { userId: uid(40), name: 'Morgan Reyes' },
      how: 'telephone',
      acceptedBy: null,
      uncounted: true,
    },
  ],
  revision: 7,
};

const about = { alternativeId: lamp, alternativeName: 'The Lamp' } as const;

/** Somebody sent there, and what it answered. */
export const referralExamples = {
  referred: {
    ...about,
    kind: 'referred',
    alternativeKind: 'crisis-cafe',
    how: 'telephone',
    acceptedBy: 'Pip Lowe',
  },
  'referral-answered': {
    ...about,
    kind: 'referral-answered',
    referralId: uid(50),
    answer: 'expected',
    reason: '',
  },
} as const;
