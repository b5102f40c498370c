import type { AreaDefinition } from '@concord/contracts';
import { amhpKeys } from './harrowdale-people';

type Rotas = AreaDefinition['rotas'];
type RotaDefinition = Rotas[number];

/** Long before any day that the demo lives, so that somebody is always on call. */
const from = '2010-01-01';
const dayAndNight = ['08:00', '20:00'];

const turns = (members: string[], width: number, handoversAt: string[]): RotaDefinition['layers'] => [
  { name: 'Turns', members, width, handoversAt, from },
];

/** One by day, the other by night. */
const turnAbout = (
  duty: RotaDefinition['duty'],
  agency: string,
  name: string,
  day: string,
  night: string,
): RotaDefinition => ({
  duty,
  agency,
  name,
  layers: turns([day, night], 1, dayAndNight),
});

const nurses = (name: string, place: string, members: string[], agency = 'trust'): RotaDefinition => ({
  duty: 'suite-nurse',
  agency,
  name: `${name} nurse in charge`,
  places: [place],
  layers: turns(members, 1, ['07:30', '19:30']),
});

/** Whoever answers for one alternative to detention. */
const answering = (name: string, place: string, members: string[], agency: string): RotaDefinition => ({
  duty: 'alternative-staff',
  agency,
  name,
  places: [place],
  layers: turns(members, 1, ['12:00']),
});

const crews = (name: string, member: string): RotaDefinition => ({
  duty: 'triage-crew',
  agency: 'police',
  name: `${name} crew`,
  layers: turns([member], 1, ['07:00']),
});

const [first = '', second = '', ...others] = amhpKeys;
const [dayHub, outOfHours] = [others.slice(0, 8), others.slice(8)];

/** At every instant somebody holds every duty that a ladder can call. Of the 22 AMHPs six are on at a time. */
export const harrowdaleRotas: Rotas = [
  {
    duty: 'control-room',
    agency: 'police',
    name: 'Control room',
    layers: turns(['controller', 'controller-2', 'night-controller', 'night-controller-2'], 2, [
      '07:00',
      '19:00',
    ]),
  },
  turnAbout('duty-inspector', 'police', 'Force duty inspector', 'inspector', 'night-inspector'),
  turnAbout('superintendent', 'police', 'Superintendent on call', 'superintendent', 'night-superintendent'),
  turnAbout('s136-coordinator', 'trust', 'S136 coordinator', 'coordinator', 'night-coordinator'),
  turnAbout('on-call-manager', 'trust', 'Mental health on-call manager', 'manager', 'night-manager'),
  {
    duty: 'director-on-call',
    agency: 'trust',
    name: 'Director on call',
    layers: [
      {
        name: 'Week by week',
        members: ['director', 'night-director'],
        width: 1,
        every: 'weeks',
        handoversAt: ['09:00'],
        from: '2010-01-04',
      },
    ],
  },
  turnAbout('amhp-lead', 'council', 'AMHP duty lead', 'amhp-lead', 'night-amhp-lead'),
  nurses('Elm', 'elm', ['suite-nurse', 'suite-nurse-2']),
  nurses('Alder', 'alder', ['alder-nurse']),
  nurses('Hazel', 'hazel', ['hazel-nurse']),
  nurses('Rowan', 'rowan', ['rowan-nurse']),
  nurses('Willow', 'willow', ['willow-nurse']),
  nurses('Nettlefold', 'ed-nettlefold', ['nettlefold-nurse'], 'hospitals'),
  nurses("Saint Quill's", 'ed-quill', ['quill-nurse'], 'hospitals'),
  nurses('Merrowby', 'ed-merrowby', ['merrowby-nurse'], 'hospitals'),
  nurses('Ketterfold Moor', 'ed-ketterfold', ['moor-nurse'], 'hospitals'),
  answering('The Lantern Café', 'lantern-cafe', ['cafe-staff', 'cafe-staff-2'], 'lantern'),
  answering('Saltmarsh Night Kitchen', 'saltmarsh-cafe', ['kitchen-staff'], 'saltmarsh'),
  answering('Lantern House', 'lantern-house', ['house-staff'], 'lantern'),
  answering('Nettlefold Decision Unit', 'decision-unit', ['decision-staff'], 'trust'),
  answering('Home treatment', 'home-treatment', ['home-staff'], 'trust'),
  crews('T1', 'crew'),
  crews('T2', 'crew-2'),
  crews('T3', 'crew-3'),
  crews('T4', 'crew-4'),
  {
    duty: 'amhp',
    agency: 'council',
    name: 'AMHPs, first call',
    layers: turns([first, second], 2, ['08:00']),
  },
  {
    duty: 'amhp',
    agency: 'council',
    name: 'AMHPs, second call',
    layers: [
      {
        name: 'Day hub',
        members: dayHub,
        width: 4,
        every: 'weeks',
        handoversAt: ['09:00'],
        from: '2010-01-04',
        hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      },
      { name: 'Out-of-hours team', members: outOfHours, width: 4, handoversAt: dayAndNight, from },
    ],
    agreedHours: { inARow: 16, aWeek: null },
  },
  {
    duty: 'section-12-doctor',
    agency: 'trust',
    name: 'Section 12 doctors',
    layers: [
      {
        name: 'Weekday clinic',
        members: ['doctor'],
        width: 1,
        handoversAt: ['09:00'],
        from: '2010-01-04',
        hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      },
      {
        name: 'Nights and weekends',
        members: ['doctor-2', 'doctor-3'],
        width: 1,
        every: 'weeks',
        handoversAt: ['17:00'],
        from: '2010-01-01',
      },
    ],
    added: [{ who: 'doctor-3', afterHours: 20, forHours: 12, why: 'Two assessments booked' }],
  },
];
