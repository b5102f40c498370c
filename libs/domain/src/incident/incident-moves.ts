import type { FactKind } from './fact';

export type IncidentState =
  | 'advice'
  | 'diverted'
  | 'detained'
  | 'conveying'
  | 'arrived'
  | 'handed-over'
  | 'assessing'
  | 'concluded'
  | 'closed';

interface FactMove {
  readonly from: readonly IncidentState[];
  /** The state it leads to; absent where it changes nothing (advice, offers, cars). */
  readonly to?: IncidentState;
  /** A state in which it may be recorded but which it leaves as it is. */
  readonly leaves?: IncidentState;
}

const underDetention = ['detained', 'conveying', 'arrived', 'handed-over', 'assessing'] as const;
const open = ['advice', ...underDetention, 'concluded'] as const;

/**
 * The table of allowed moves: which facts may be recorded in which state, and where they lead.
 * Conveyance from a place already reached is a transfer: it starts another leg, never another clock.
 * Police may hand over when the assessment has already begun: that is recorded, and it goes on.
 */
export const factMoves: Readonly<Record<FactKind, FactMove>> = {
  opened: { from: ['advice'] },
  'advice-sought': { from: ['advice', 'detained'] },
  'advice-not-practicable': { from: ['advice', 'detained'] },
  diverted: { from: ['advice'], to: 'diverted' },
  detained: { from: ['advice'], to: 'detained' },
  'hold-requested': { from: ['advice', ...underDetention] },
  'hold-accepted': { from: ['advice', ...underDetention] },
  'hold-refused': { from: open },
  'hold-released': { from: [...open, 'closed', 'diverted'] },
  'hold-expired': { from: [...open, 'closed', 'diverted'] },
  'car-committed': { from: open },
  'car-cleared': { from: [...open, 'closed', 'diverted'] },
  'conveyance-started': { from: ['detained', 'arrived', 'handed-over', 'assessing'], to: 'conveying' },
  arrived: { from: ['detained', 'conveying'], to: 'arrived' },
  'handed-over': { from: ['arrived', 'assessing'], to: 'handed-over', leaves: 'assessing' },
  'amhp-requested': { from: underDetention },
  'amhp-offered': { from: underDetention },
  'amhp-declined': { from: underDetention },
  'amhp-offer-lapsed': { from: underDetention },
  'amhp-accepted': { from: underDetention },
  'amhp-withdrew': { from: underDetention },
  'amhp-travelling': { from: underDetention },
  'amhp-on-scene': { from: underDetention },
  'assessment-started': { from: ['arrived', 'handed-over'], to: 'assessing' },
  outcome: { from: underDetention, to: 'concluded' },
  closed: { from: ['concluded'], to: 'closed' },
};

export const allowedFrom = (kind: FactKind): readonly IncidentState[] => factMoves[kind].from;

export const stateAfter = (state: IncidentState, kind: FactKind): IncidentState => {
  const { to, leaves } = factMoves[kind];
  return to === undefined || leaves === state ? state : to;
};

/** The facts that may be recorded in a state. For an incident in hand, see `factsAllowedNow`. */
export const factsAllowedIn = (state: IncidentState): FactKind[] =>
  (Object.keys(factMoves) as FactKind[]).filter((kind) => allowedFrom(kind).includes(state));
