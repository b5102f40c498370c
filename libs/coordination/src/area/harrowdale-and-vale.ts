import type { AreaDefinition } from '@concord/contracts';
import { harrowdaleAlternatives } from './harrowdale-alternatives';
import { harrowdalePeople } from './harrowdale-people';
import { harrowdaleRotas } from './harrowdale-rotas';

/** On the Dogger Bank, where nobody lives: no position here can be taken for a real address. */
const districts = [
  { name: 'Harrowdale', centre: { lat: 54.95, lon: 2.4 } },
  { name: 'The Vale', centre: { lat: 54.83, lon: 2.58 } },
  { name: 'Ketterfold', centre: { lat: 55.05, lon: 2.15 } },
];

const suite = (
  name: string,
  district: string,
  lat: number,
  lon: number,
  telephone: string,
  staffedFor = 2,
) => ({
  agency: 'trust',
  name,
  kind: 'suite' as const,
  district,
  position: { lat, lon },
  telephone,
  staffedFor,
});

const emergencyDepartment = (
  name: string,
  district: string,
  lat: number,
  lon: number,
  telephone: string,
  pressure: 'taking' | 'pressured' = 'taking',
) => ({
  agency: 'hospitals',
  name,
  kind: 'emergency-department' as const,
  district,
  position: { lat, lon },
  telephone,
  pressure,
});

const room = (place: string, name: string, ages: 'adults' | 'any-age' = 'adults') => ({ place, name, ages });

const car = (callsign: string, district: string, crew: readonly string[], onDuty = true) => ({
  agency: 'police',
  callsign,
  kind: 'car' as const,
  district,
  crew: [...crew],
  onDuty,
});

/**
 * A made-up police area: no place, person or telephone number in it is real (the numbers are those
 * that Ofcom sets aside for drama). Nine suite rooms, one of them fit for under-18s, for a
 * population of about half a million.
 */
export const harrowdaleAndVale: AreaDefinition = {
  area: { name: 'Harrowdale and Vale', demo: true, nation: 'england', refPrefix: 'HV', districts },
  agreement: 'sample',
  agencies: {
    police: { name: 'Harrowdale and Vale Police', kind: 'police' },
    trust: { name: 'Harrowdale and Vale Mental Health Trust', kind: 'mental-health-trust' },
    council: { name: 'Vale County Council', kind: 'local-authority' },
    ambulance: { name: 'Dogger Ambulance Trust', kind: 'ambulance-trust' },
    hospitals: { name: 'Harrowdale Hospitals Trust', kind: 'acute-trust' },
    lantern: { name: 'The Lantern (crisis café and crisis house)', kind: 'voluntary' },
    saltmarsh: { name: 'Saltmarsh Friends', kind: 'voluntary' },
  },
  places: {
    elm: suite('Elm Suite', 'Harrowdale', 54.957, 2.413, '01632 960101'),
    alder: suite('Alder Suite', 'Harrowdale', 54.99, 2.35, '01632 960102'),
    hazel: suite('Hazel Suite', 'The Vale', 54.836, 2.566, '01632 960103'),
    rowan: suite('Rowan Suite', 'The Vale', 54.87, 2.52, '01632 960104', 1),
    willow: suite('Willow Suite', 'Ketterfold', 55.046, 2.168, '01632 960105'),
    'ed-nettlefold': emergencyDepartment(
      'Nettlefold General Hospital, emergency department',
      'Harrowdale',
      54.944,
      2.387,
      '01632 960201',
    ),
    'ed-quill': emergencyDepartment(
      "Saint Quill's Hospital, emergency department",
      'Harrowdale',
      54.905,
      2.46,
      '01632 960202',
      'pressured',
    ),
    'ed-merrowby': emergencyDepartment(
      'Merrowby Infirmary, emergency department',
      'The Vale',
      54.822,
      2.598,
      '01632 960203',
    ),
    'ed-ketterfold': emergencyDepartment(
      'Ketterfold Moor Hospital, emergency department',
      'Ketterfold',
      55.06,
      2.13,
      '01632 960204',
    ),
    bridewell: {
      agency: 'police',
      name: 'Harrowdale Bridewell (police station)',
      kind: 'police-station',
      district: 'Harrowdale',
      position: { lat: 54.949, lon: 2.402 },
      telephone: '01632 960301',
    },
  },
  alternatives: harrowdaleAlternatives,
  rooms: {
    'elm-1': room('elm', 'Elm 1'),
    'elm-2': room('elm', 'Elm 2'),
    'alder-1': room('alder', 'Alder 1'),
    'alder-2': room('alder', 'Alder 2'),
    'hazel-1': room('hazel', 'Hazel 1'),
    'hazel-2': room('hazel', 'Hazel 2'),
    'rowan-1': room('rowan', 'Rowan 1', 'any-age'),
    'willow-1': room('willow', 'Willow 1'),
    'willow-2': room('willow', 'Willow 2'),
  },
  resources: {
    t1: car('T1', 'Harrowdale', ['PC Juniper', 'Nurse Sorrel']),
    t2: car('T2', 'The Vale', ['PC Bracken', 'Nurse Teasel']),
    t3: car('T3', 'Ketterfold', ['PC Lovage', 'Nurse Comfrey']),
    t4: car('T4', 'Harrowdale', ['PC Marjoram', 'Nurse Yarrow'], false),
  },
  people: harrowdalePeople,
  rotas: harrowdaleRotas,
};
