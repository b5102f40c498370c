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
}

const underDetention = ['detained', 'conveying', 'arrived', 'handed-over', 'assessing'] as const;
const open = ['advice', ...underDetention, 'concluded'] as const;

/**
 * The table of allowed moves: which facts may be recorded in which state, and where they lead.
 * Conveyance from a place already reached is a transfer: it starts another leg, never another clock.
 */
export const factMoves: Readonly<Record<FactKind, FactMove>> = {
  opened: { from: ['advice'] },
  'advice-sought': { from: ['advice', 'detained'] },
  'advice-not-practicable': { from: ['advice', 'detained'] },
  diverted: { from: ['advice'], to: 'diverted' },
  detained: { from: ['advice'], to: 'detained' },
  'hold-requested': { from: ['advice', ...underDetention] },
  'hold-accepted': { from: open },
  'hold-refused': { from: open },
  'hold-released': { from: open },
  'hold-expired': { from: open },
  'car-committed': { from: open },
  'car-cleared': { from: [...open, 'closed', 'diverted'] },
  'conveyance-started': { from: ['detained', 'arrived', 'handed-over', 'assessing'], to: 'conveying' },
  arrived: { from: ['detained', 'conveying'], to: 'arrived' },
  'handed-over': { from: ['arrived'], to: 'handed-over' },
  'amhp-requested': { from: underDetention },
  'amhp-offered': { from: underDetention },
  'amhp-declined': { from: underDetention },
  'amhp-offer-lapsed': { from: underDetention },
  'amhp-accepted': { from: underDetention },
  'amhp-withdrew': { from: underDetention },
  'amhp-travelling': { from: underDetention },
  'amhp-on-scene': { from: underDetention },
  'assessment-started': { from: ['arrived', 'handed-over'], to: 'assessing' },
  outcome: { from: ['arrived', 'handed-over', 'assessing'], to: 'concluded' },
  closed: { from: ['concluded'], to: 'closed' },
};

export const allowedFrom = (kind: FactKind): readonly IncidentState[] => factMoves[kind].from;

export const stateAfter = (state: IncidentState, kind: FactKind): IncidentState =>
  factMoves[kind].to ?? state;

/** The facts that may be recorded in a state: consoles draw their buttons from this. */
export const factsAllowedIn = (state: IncidentState): FactKind[] =>
  (Object.keys(factMoves) as FactKind[]).filter((kind) => allowedFrom(kind).includes(state));
