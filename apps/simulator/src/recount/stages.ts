import type { FactKind } from '@concord/domain';

/** How far an incident has come, in this recount's own words. */
export type Stage =
  'asked' | 'held' | 'moving' | 'come' | 'accepted' | 'assessed' | 'fled' | 'ended' | 'over';

const inHand: readonly Stage[] = ['held', 'moving', 'come', 'accepted', 'assessed'];
const atPlace: readonly Stage[] = ['come', 'accepted', 'assessed'];
export const detainedStages: readonly Stage[] = [...inHand, 'fled'];

/** In the order in which they usually follow one another. */
export const steps: readonly FactKind[] = [
  'incident-in-error',
  'merged-into',
  'diverted',
  'detained',
  'conveyance-started',
  'arrived',
  'handed-over',
  'assessment-started',
  'absconded',
  'retaken',
  'outcome',
  'closed',
];

/** Where a step leads from a stage; nothing, where it cannot be taken. */
export const stepFrom = (stage: Stage, kind: FactKind): Stage | undefined => {
  const leads = (to: Stage, ...from: Stage[]) => (from.includes(stage) ? to : undefined);
  switch (kind) {
    case 'diverted':
      return leads('over', 'asked');
    case 'detained':
      return leads('held', 'asked');
    case 'conveyance-started':
      return leads('moving', 'held', ...atPlace);
    case 'arrived':
      return leads('come', 'held', 'moving');
    case 'handed-over':
      return stage === 'assessed' ? 'assessed' : leads('accepted', 'come');
    case 'assessment-started':
      return leads('assessed', 'held', 'come', 'accepted');
    case 'absconded':
      return leads('fled', ...inHand);
    case 'retaken':
      return leads('held', 'fled');
    case 'outcome':
      return leads('ended', ...detainedStages);
    case 'closed':
      return leads('over', 'ended');
    case 'incident-in-error':
      return stage === 'over' ? undefined : 'over';
    case 'merged-into':
      return 'over';
    default:
      return undefined;
  }
};

const sayable: Partial<Record<FactKind, readonly Stage[]>> = {
  opened: ['asked'],
  'warrant-entered': ['asked'],
  'advice-sought': ['asked', 'held'],
  'advice-not-practicable': ['asked', 'held'],
  'hold-requested': ['asked', ...detainedStages],
  'hold-accepted': ['asked', ...detainedStages],
  restrained: ['asked', ...detainedStages],
  'hold-refused': ['asked', ...detainedStages, 'ended'],
  'car-committed': ['asked', ...detainedStages, 'ended'],
  'ambulance-requested': ['asked', ...detainedStages, 'ended'],
  'ambulance-arrived': ['asked', ...detainedStages, 'ended'],
  'start-contested': [...detainedStages, 'ended', 'over'],
  'reading-adopted': [...detainedStages, 'ended', 'over'],
  'property-listed': [...detainedStages, 'ended'],
  referred: ['asked', 'ended', 'over'],
  'search-owed': ['asked', ...detainedStages],
  'search-handed-back': ['asked', ...detainedStages],
  'outside-accepted': ['asked', ...detainedStages],
  'outside-withdrew': ['asked', ...detainedStages],
  'room-closing': detainedStages,
  'room-reopened': detainedStages,
  extended: detainedStages,
  arrested: detainedStages,
  searched: detainedStages,
  'interpreter-arranged': detainedStages,
  'fitness-told': detainedStages,
  'rights-given': detainedStages,
  'bed-sought': detainedStages,
  'bed-found': detainedStages,
  'police-left': atPlace,
  'consent-withdrawn': atPlace,
  'station-check': atPlace,
  'station-review': atPlace,
};

/** Whether what is no step can be said of a stage. */
export const canBeSaid = (stage: Stage, kind: FactKind): boolean =>
  kind.startsWith('amhp-') || kind === 'doctor-call'
    ? detainedStages.includes(stage)
    : (sayable[kind]?.includes(stage) ?? true);
