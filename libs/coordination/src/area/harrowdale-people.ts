import type { AreaDefinition } from '@concord/contracts';

type People = AreaDefinition['people'];
type Person = People[string];
type Held = Person['duties'];
type Persona = NonNullable<Person['persona']>;

const email = (name: string) =>
  `${name
    .replace(/^(PC|Insp\.|Supt\.|Dr) /, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@example.invalid`;

const screens: Partial<Record<Held[number]['duty'], Person['screen']>> = {
  'suite-nurse': 'unit',
  amhp: 'amhp',
  'triage-crew': 'crew',
  'alternative-staff': 'alternative',
  'section-12-doctor': 'amhp',
};

const person = (name: string, agency: string, duties: Held, persona: Persona): Person => ({
  name,
  email: email(name),
  agency,
  duties,
  screen: (duties[0] && screens[duties[0].duty]) ?? 'console',
  persona,
});

const shown = (label: string, does: string): Persona => ({ label, does, listed: true });

/** Signs in as nobody on screen: the simulator speaks for them. */
const simulated = (label: string): Persona => ({ label, does: 'Acted by the simulator', listed: false });

const nurse = (place: string): Held => [{ duty: 'suite-nurse', places: [place] }];
const crew = (resource: string): Held => [{ duty: 'triage-crew', resources: [resource] }];

const controlRoom: People = {
  controller: person(
    'Cass Merriweather',
    'police',
    [{ duty: 'control-room' }],
    shown('Controller', 'Opens incidents, finds and holds places, sees the whole board'),
  ),
  'controller-2': person(
    'Odell Finchcombe',
    'police',
    [{ duty: 'control-room' }],
    shown('Second controller', 'Works the same board from another desk'),
  ),
  'night-controller': person(
    'Wren Tollgate',
    'police',
    [{ duty: 'control-room' }],
    simulated('Night controller'),
  ),
  'night-controller-2': person(
    'Jory Lanternby',
    'police',
    [{ duty: 'control-room' }],
    simulated('Second night controller'),
  ),
  inspector: person(
    'Insp. Hale Thornquill',
    'police',
    [{ duty: 'duty-inspector' }],
    shown('Duty inspector', 'Is called when handover or finding a place is over its agreed time'),
  ),
  'night-inspector': person(
    'Insp. Bram Osierby',
    'police',
    [{ duty: 'duty-inspector' }],
    simulated('Night inspector'),
  ),
  superintendent: person(
    'Supt. Maren Rookhollow',
    'police',
    [{ duty: 'superintendent' }],
    shown('Superintendent on call', 'Is called when an hour has passed with no place'),
  ),
  'night-superintendent': person(
    'Supt. Ivo Saltergate',
    'police',
    [{ duty: 'superintendent' }],
    simulated('Night superintendent'),
  ),
};

const suites: People = {
  'suite-nurse': person(
    'Tamsin Elderflower',
    'trust',
    nurse('elm'),
    shown('Suite nurse, Elm', 'Accepts or refuses people, keeps the rooms of Elm Suite true'),
  ),
  'suite-nurse-2': person(
    'Perrin Oakapple',
    'trust',
    nurse('elm'),
    shown('Second suite nurse, Elm', 'Works the same suite on the next shift'),
  ),
  'alder-nurse': person('Ottilie Withy', 'trust', nurse('alder'), simulated('Suite nurse, Alder')),
  'hazel-nurse': person('Corin Catkin', 'trust', nurse('hazel'), simulated('Suite nurse, Hazel')),
  'rowan-nurse': person('Maud Redberry', 'trust', nurse('rowan'), simulated('Suite nurse, Rowan')),
  'willow-nurse': person('Silas Osier', 'trust', nurse('willow'), simulated('Suite nurse, Willow')),
  'nettlefold-nurse': person(
    'Garnet Nightjar',
    'hospitals',
    nurse('ed-nettlefold'),
    simulated('Nurse in charge, Nettlefold emergency department'),
  ),
  'quill-nurse': person(
    'Cressida Fenwright',
    'hospitals',
    nurse('ed-quill'),
    simulated("Nurse in charge, Saint Quill's emergency department"),
  ),
  'merrowby-nurse': person(
    'Dunstan Reedmace',
    'hospitals',
    nurse('ed-merrowby'),
    simulated('Nurse in charge, Merrowby emergency department'),
  ),
  'moor-nurse': person(
    'Isolde Cranberry',
    'hospitals',
    nurse('ed-ketterfold'),
    simulated('Nurse in charge, Ketterfold Moor emergency department'),
  ),
};

const staff = (alternative: string): Held => [{ duty: 'alternative-staff', places: [alternative] }];

const alternatives: People = {
  'cafe-staff': person(
    'Juno Larkfield',
    'lantern',
    staff('lantern-cafe'),
    shown('Crisis café, The Lantern', 'Says how many places are left, sees who has been sent there'),
  ),
  'cafe-staff-2': person('Robin Emberley', 'lantern', staff('lantern-cafe'), simulated('The Lantern Café')),
  'kitchen-staff': person(
    'Ada Samphire',
    'saltmarsh',
    staff('saltmarsh-cafe'),
    simulated('Saltmarsh Night Kitchen'),
  ),
  'house-staff': person('Noel Candlewick', 'lantern', staff('lantern-house'), simulated('Lantern House')),
  'decision-staff': person(
    'Petra Hollybush',
    'trust',
    staff('decision-unit'),
    simulated('Nettlefold Decision Unit'),
  ),
  'home-staff': person('Ewan Bramble', 'trust', staff('home-treatment'), simulated('Home treatment team')),
};

const oversight: People = {
  coordinator: person(
    'Linnet Farrow',
    'trust',
    [{ duty: 's136-coordinator' }],
    shown('S136 coordinator', 'Watches every suite and every wait across the area'),
  ),
  'night-coordinator': person(
    'Abel Gorsedale',
    'trust',
    [{ duty: 's136-coordinator' }],
    simulated('Night s136 coordinator'),
  ),
  manager: person(
    'Rosalind Copperleaf',
    'trust',
    [{ duty: 'on-call-manager' }],
    shown('On-call manager', 'Is called when the service is over an agreed time'),
  ),
  'night-manager': person(
    'Edmund Fallowes',
    'trust',
    [{ duty: 'on-call-manager' }],
    simulated('Night on-call manager'),
  ),
  director: person(
    'Ursula Highmoor',
    'trust',
    [{ duty: 'director-on-call' }],
    shown('Director on call', 'Is called last, and before the 24 hours end'),
  ),
  'night-director': person(
    'Gideon Lowmarsh',
    'trust',
    [{ duty: 'director-on-call' }],
    simulated('Night director on call'),
  ),
  'amhp-lead': person(
    'Briony Wayfarer',
    'council',
    [{ duty: 'amhp-lead' }],
    shown('AMHP duty lead', 'Is called when no AMHP has accepted in the agreed time'),
  ),
  'night-amhp-lead': person(
    'Tobias Milestone',
    'council',
    [{ duty: 'amhp-lead' }],
    simulated('Night AMHP duty lead'),
  ),
};

const crews: People = {
  crew: person(
    'PC Juniper Ashdown',
    'police',
    crew('t1'),
    shown('Triage crew, T1', 'Says what the car is doing, takes its job, opens incidents at the scene'),
  ),
  'crew-2': person(
    'PC Bracken Hythe',
    'police',
    crew('t2'),
    shown('Triage crew, T2', 'Crews the car of the Vale'),
  ),
  'crew-3': person('PC Lovage Stile', 'police', crew('t3'), simulated('Triage crew, T3')),
  'crew-4': person('PC Marjoram Weir', 'police', crew('t4'), simulated('Triage crew, T4')),
};

/** The first two are personas and always first in line, so that whoever tries the demo is offered the next request. */
const amhpNames = [
  'Hollis Brightwater',
  'Fern Coldharbour',
  'Aldous Pennywort',
  'Beatrix Saltmarsh',
  'Caspian Thistlewood',
  'Delphine Marlpit',
  'Ezra Cloudesley',
  'Flora Greenaway',
  'Gwendolen Sandpiper',
  'Horace Wheatear',
  'Imogen Larkspur',
  'Jasper Millrace',
  'Keziah Dunnock',
  'Leopold Harebell',
  'Marigold Stonechat',
  'Nathaniel Quickthorn',
  'Olwen Kestrelby',
  'Piers Meadowsweet',
  'Quentin Hollowell',
  'Rowena Speedwell',
  'Septimus Curlew',
  'Theodora Bellflower',
];

export const amhpKeys = amhpNames.map((_, i) => (i === 0 ? 'amhp' : `amhp-${i + 1}`));

const amhps: People = Object.fromEntries(
  amhpNames.map((name, i) => [
    amhpKeys[i] ?? '',
    person(
      name,
      'council',
      [{ duty: 'amhp' }],
      i === 0
        ? shown('AMHP', 'Is offered the next request, accepts, travels, assesses')
        : i === 1
          ? shown('Second AMHP', 'Is next in line when the first declines or is out')
          : simulated(`AMHP, ${name}`),
    ),
  ]),
);

const doctors: People = {
  doctor: person(
    'Dr Imelda Foxley',
    'trust',
    [{ duty: 'section-12-doctor' }],
    shown('Section 12 doctor', 'Is called to an assessment, accepts, travels; sees their turns on call'),
  ),
  'doctor-2': person(
    'Dr Rufus Penhallow',
    'trust',
    [{ duty: 'section-12-doctor' }],
    simulated('Second section 12 doctor'),
  ),
  'doctor-3': person(
    'Dr Sunniva Lark',
    'trust',
    [{ duty: 'section-12-doctor' }],
    simulated('Third section 12 doctor'),
  ),
};

const everybody: People = {
  ...controlRoom,
  ...suites,
  ...amhps,
  ...doctors,
  ...crews,
  ...alternatives,
  ...oversight,
  simulator: person('Simulator', 'police', [{ duty: 'demo' }], simulated('The simulated day itself')),
};

/** The four who meet in one incident are offered first. */
const firstOffered = ['controller', 'suite-nurse', 'amhp', 'crew'];

/** Everybody in the demo area. Listed personas are the one-click sign-ins; the simulator acts the rest. */
export const harrowdalePeople: People = Object.fromEntries(
  [...firstOffered, ...Object.keys(everybody)].flatMap((key) => {
    const who = everybody[key];
    return who ? [[key, who]] : [];
  }),
);
