import type { Area, Duty, FactKind, Side } from '@concord/domain';
import type { CommandOf } from './routes';

const control: readonly Duty[] = ['control-room', 'duty-inspector'];
const atScene: readonly Duty[] = [...control, 'triage-crew'];
const atPlace: readonly Duty[] = [...atScene, 'suite-nurse'];
const assessing: readonly Duty[] = [...control, 'amhp', 'suite-nurse'];
const anybody: readonly Duty[] = [...atPlace, 'amhp', 's136-coordinator'];

/** Whose word each fact may be. The control room may enter almost any of them on another's behalf. */
export const factRecorders: Readonly<Record<CommandOf<'correctFact'>['fact']['kind'], readonly Duty[]>> = {
  opened: atScene,
  'advice-sought': atScene,
  'advice-not-practicable': atScene,
  'warrant-entered': [...atScene, 'amhp'],
  detained: atScene,
  diverted: atScene,
  // Whoever an alternative may take referrals from.
  referred: [...atScene, 'amhp', 'amhp-lead'],
  'conveyance-started': atPlace,
  arrived: atPlace,
  'handed-over': atPlace,
  'police-left': atPlace,
  'assessment-started': assessing,
  'start-contested': anybody,
  // Which reading of the law an organisation adopts is for those who answer for it.
  'reading-adopted': [
    'duty-inspector',
    'superintendent',
    's136-coordinator',
    'on-call-manager',
    'director-on-call',
  ],
  extended: [...assessing, 's136-coordinator'],
  'bed-sought': [...assessing, 's136-coordinator'],
  'bed-found': [...assessing, 's136-coordinator'],
  absconded: atPlace,
  retaken: atPlace,
  arrested: atScene,
  'consent-withdrawn': [...atPlace, 'amhp'],
  'outside-accepted': [...atPlace, 's136-coordinator'],
  'outside-withdrew': [...atPlace, 's136-coordinator'],
  'station-check': control,
  'station-review': control,
  'person-described': anybody,
  'risk-noted': anybody,
  searched: atPlace,
  'interpreter-arranged': [...assessing, 's136-coordinator'],
  'fitness-told': assessing,
  'rights-given': [...atPlace, 'amhp'],
  'property-listed': atPlace,
  restrained: atPlace,
  'ambulance-requested': atPlace,
  'ambulance-arrived': atPlace,
  noted: anybody,
  confirmed: anybody,
  disputed: anybody,
  'incident-in-error': control,
  outcome: assessing,
  closed: control,
};

/** Whose word a fact of this kind may be; nobody's where a command writes it. */
export const recordersOf = (kind: FactKind): readonly Duty[] =>
  kind in factRecorders ? factRecorders[kind as keyof typeof factRecorders] : [];

/** Whether somebody with these duties may record, correct or take back a fact of this kind. */
export const mayRecord = (duties: readonly Duty[], kind: FactKind): boolean =>
  recordersOf(kind).some((duty) => duties.includes(duty));

/** Whose word an agency's people give, where two agencies must agree: police are one side, health and social care the other. */
export const sideOf = ({ agencies }: Pick<Area, 'agencies'>, agencyId: string): Side =>
  agencies.find(({ id }) => id === agencyId)?.kind === 'police' ? 'police' : 'health';
