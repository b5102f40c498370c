import type { AmhpRequest, Hold, Incident } from '@concord/domain';
import { currentPlaceId, isOpen, outsidePlace, requestIsLive, stateOf } from '@concord/domain';
import type { RecordedKind } from './fact-forms/forms';
import { consulted, offeredNow } from './offered-kinds';

export type Step =
  | { readonly kind: 'record'; readonly fact: RecordedKind; readonly about?: string }
  | { readonly kind: 'correct' | 'take-back' | 'dispute'; readonly factId: string }
  | { readonly kind: 'hold' }
  | { readonly kind: 'release' }
  | { readonly kind: 'amhp' }
  | { readonly kind: 'car' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'unmerge'; readonly keptId: string; readonly otherId: string; readonly ref: string };

export interface Around {
  readonly hold: Hold | undefined;
  readonly request: AmhpRequest | undefined;
}

const record = (fact: RecordedKind): Step => ({ kind: 'record', fact });

/** What usually comes next. A suggestion for where the first button stands: it forbids nothing. */
const expected = (incident: Incident, { hold, request }: Around): Step | undefined => {
  const asked = request !== undefined && requestIsLive(request);
  switch (stateOf(incident.facts)) {
    case 'advice':
      return record(consulted(incident) ? 'detained' : 'advice-sought');
    case 'detained':
      return hold || outsidePlace(incident.facts) ? record('conveyance-started') : { kind: 'hold' };
    case 'conveying':
      return record('arrived');
    case 'arrived':
      return asked ? record('handed-over') : { kind: 'amhp' };
    case 'handed-over':
      return asked ? record('assessment-started') : { kind: 'amhp' };
    case 'assessing':
      return record('outcome');
    case 'absconded':
      return record('retaken');
    case 'concluded':
      return record('closed');
    case 'diverted':
    case 'closed':
    case 'in-error':
    case 'merged':
      return undefined;
  }
};

/** How late in the list a fact stands: advice already given may be added to, and somebody at a place rarely moves on. */
const lateness = (kind: RecordedKind, incident: Incident): number => {
  const isAdvice = kind === 'advice-sought' || kind === 'advice-not-practicable';
  if (isAdvice) return consulted(incident) ? 2 : 0;
  return kind === 'conveyance-started' && currentPlaceId(incident.facts) !== null ? 1 : 0;
};

const inOrder = (incident: Incident): RecordedKind[] =>
  offeredNow(incident).sort((a, b) => lateness(a, incident) - lateness(b, incident));

const same = (a: Step, b: Step): boolean =>
  a.kind === 'record' && b.kind === 'record' ? a.fact === b.fact : a.kind === b.kind;

/** Every step that can be taken now, the expected one apart. Drawn from the domain's table of moves. */
export const nextSteps = (
  incident: Incident,
  around: Around,
): { first: Step | undefined; others: Step[] } => {
  const state = stateOf(incident.facts);
  const open = isOpen(incident);
  const underWay = open && state !== 'concluded';
  const asked = around.request !== undefined && requestIsLive(around.request);
  const steps: Step[] = [
    ...(state === 'merged' || state === 'in-error' ? [] : [{ kind: 'merge' } as const]),
    ...inOrder(incident).map(record),
    ...(underWay && around.hold?.state !== 'accepted' && !outsidePlace(incident.facts)
      ? [{ kind: 'hold' } as const]
      : []),
    ...(around.hold ? [{ kind: 'release' } as const] : []),
    ...(underWay && state !== 'advice' && !asked ? [{ kind: 'amhp' } as const] : []),
    ...(underWay ? [{ kind: 'car' } as const] : []),
  ];
  const wanted = expected(incident, around);
  const first = wanted && steps.find((step) => same(step, wanted));
  return { first, others: steps.filter((step) => step !== first) };
};
