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

const crews = (name: string, member: string): RotaDefinition => ({
  duty: 'triage-crew',
  agency: 'police',
  name: `${name} crew`,
  layers: turns([member], 1, ['07:00']),
});

const [first = '', second = '', ...others] = amhpKeys;

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
  turnAbout('director-on-call', 'trust', 'Director on call', 'director', 'night-director'),
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
    layers: turns(others, 4, dayAndNight),
  },
];
