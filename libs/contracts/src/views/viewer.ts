import type { Actor, Duty } from '@concord/domain';
import { alarmDuties, holdsDuty } from '@concord/domain';

/**
 * Who is looking. One audience sees one board; within the others than the control room each sees what
 * concerns their own place, alternative, person or car.
 */
export type Viewer =
  | { readonly audience: 'control-room' }
  | { readonly audience: 'suite'; readonly placeIds: readonly string[] }
  | { readonly audience: 'alternative'; readonly placeIds: readonly string[] }
  | { readonly audience: 'amhp'; readonly userId: string }
  | { readonly audience: 'crew'; readonly resourceIds: readonly string[] };

const wholeBoard: readonly Duty[] = [...alarmDuties, 'demo'];

/** The widest view that a person's duties give; nobody without a duty sees anything. */
export const viewerOf = (actor: Actor): Viewer | undefined => {
  if (holdsDuty(actor, ...wholeBoard)) return { audience: 'control-room' };
  if (holdsDuty(actor, 'suite-nurse')) return { audience: 'suite', placeIds: actor.placeIds };
  if (holdsDuty(actor, 'amhp', 'section-12-doctor')) return { audience: 'amhp', userId: actor.userId };
  if (holdsDuty(actor, 'triage-crew')) return { audience: 'crew', resourceIds: actor.resourceIds };
  if (holdsDuty(actor, 'alternative-staff')) return { audience: 'alternative', placeIds: actor.placeIds };
  return undefined;
};

/** Viewers with the same key see the same board, so one view serves them all. */
export const viewerKey = (viewer: Viewer): string => {
  switch (viewer.audience) {
    case 'control-room':
      return 'control-room';
    case 'suite':
      return `suite:${[...viewer.placeIds].sort().join(',')}`;
    case 'alternative':
      return `alternative:${[...viewer.placeIds].sort().join(',')}`;
    case 'amhp':
      return `amhp:${viewer.userId}`;
    case 'crew':
      return `crew:${[...viewer.resourceIds].sort().join(',')}`;
  }
};
