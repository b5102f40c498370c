import type { AreaDefinition } from '@concord/contracts';
import { everyDay, roundTheClock } from '@concord/domain';

type Alternatives = NonNullable<AreaDefinition['alternatives']>;

const evenings = everyDay('18:00', '02:00');
const christmas = {
  date: '2026-12-25',
  openings: [{ opens: '12:00', closes: '20:00' }],
  why: 'Christmas Day',
};

/**
 * What may help instead of a detention in the made-up area: one of each kind, half of them run by charities.
 * None of it is real; the telephone numbers are those that Ofcom sets aside for drama.
 */
export const harrowdaleAlternatives: Alternatives = {
  'lantern-cafe': {
    agency: 'lantern',
    name: 'The Lantern Café',
    kind: 'crisis-cafe',
    district: 'Harrowdale',
    position: { lat: 54.968, lon: 2.437 },
    telephone: '01632 960401',
    ages: 'adults',
    meets: ['step-free', 'assistance-dog'],
    referrers: ['anybody'],
    hours: {
      week: {
        ...evenings.week,
        friday: [{ opens: '18:00', closes: '04:00' }],
        saturday: [{ opens: '18:00', closes: '04:00' }],
      },
      exceptions: [christmas, { date: '2027-01-01', openings: [], why: 'New Year’s Day' }],
    },
    places: 6,
  },
  'saltmarsh-cafe': {
    agency: 'saltmarsh',
    name: 'Saltmarsh Night Kitchen',
    kind: 'crisis-cafe',
    district: 'The Vale',
    position: { lat: 54.85, lon: 2.61 },
    telephone: '01632 960402',
    ages: 'any-age',
    meets: ['step-free'],
    catchment: ['The Vale'],
    referrers: ['anybody'],
    hours: { ...everyDay('17:00', '01:00'), exceptions: [christmas] },
    places: 4,
  },
  'lantern-house': {
    agency: 'lantern',
    name: 'Lantern House',
    kind: 'crisis-house',
    district: 'Harrowdale',
    position: { lat: 54.93, lon: 2.33 },
    telephone: '01632 960403',
    ages: 'adults',
    agesFirm: true,
    meets: ['step-free'],
    referrers: ['police', 'triage', 'amhp'],
    hours: roundTheClock,
    places: 5,
  },
  'decision-unit': {
    agency: 'trust',
    name: 'Nettlefold Decision Unit',
    kind: 'decision-unit',
    district: 'Harrowdale',
    position: { lat: 54.918, lon: 2.375 },
    telephone: '01632 960404',
    ages: 'adults',
    agesFirm: true,
    meets: ['step-free', 'physical-health-monitoring', 'assistance-dog'],
    referrers: ['police', 'triage', 'ambulance', 'amhp'],
    hours: roundTheClock,
    places: 4,
  },
  'home-treatment': {
    agency: 'trust',
    name: 'Vale and Ketterfold Home Treatment',
    kind: 'home-treatment-team',
    district: 'Ketterfold',
    position: { lat: 55.02, lon: 2.22 },
    telephone: '01632 960405',
    ages: 'adults',
    referrers: ['police', 'triage', 'ambulance', 'amhp', 'self'],
    hours: everyDay('08:00', '22:00'),
    places: 8,
  },
  'crisis-line': {
    agency: 'trust',
    name: 'Dogger Crisis Line',
    kind: 'helpline',
    district: 'Harrowdale',
    position: { lat: 54.985, lon: 2.45 },
    telephone: '01632 960406',
    ages: 'any-age',
    referrers: ['anybody'],
    hours: roundTheClock,
  },
};
