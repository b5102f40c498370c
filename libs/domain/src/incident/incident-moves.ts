import type { FactKind } from './fact';

export type IncidentState =
  | 'advice'
  | 'diverted'
  | 'detained'
  | 'conveying'
  | 'arrived'
  | 'handed-over'
  | 'assessing'
  | 'absconded'
  | 'concluded'
  | 'closed'
  | 'in-error'
  | 'merged';

interface FactMove {
  readonly from: readonly IncidentState[];
  /** The state it leads to; absent where it changes nothing (advice, offers, cars). */
  readonly to?: IncidentState;
  /** A state in which it may be recorded but which it leaves as it is. */
  readonly leaves?: IncidentState;
}

/** With the officer or at a place: where the person is, somebody is with them. */
const inHand = ['detained', 'conveying', 'arrived', 'handed-over', 'assessing'] as const;
/** From the constable's decision to the outcome. Somebody who has absconded is detained still: their clock runs on. */
export const underDetention: readonly IncidentState[] = [...inHand, 'absconded'];
const atAPlace = ['arrived', 'handed-over', 'assessing'] as const;
const open = ['advice', ...underDetention, 'concluded'] as const;
const ended = ['diverted', 'closed'] as const;
const always = [...open, ...ended] as const;

/**
 * The table of allowed moves: which facts may be recorded in which state, and where they lead.
 * Conveyance from a place already reached is a transfer: it starts another leg, never another clock.
 * Police may hand over when the assessment has already begun: that is recorded, and it goes on.
 */
export const factMoves: Readonly<Record<FactKind, FactMove>> = {
  opened: { from: ['advice'] },
  'advice-sought': { from: ['advice', 'detained'] },
  'advice-not-practicable': { from: ['advice', 'detained'] },
  'warrant-entered': { from: ['advice'] },
  diverted: { from: ['advice'], to: 'diverted' },
  referred: { from: ['advice', 'concluded', ...ended] },
  'referral-answered': { from: always },
  detained: { from: ['advice'], to: 'detained' },
  'hold-requested': { from: ['advice', ...underDetention] },
  'hold-accepted': { from: ['advice', ...underDetention] },
  'hold-extended': { from: ['advice', ...underDetention] },
  'hold-refusal-reversed': { from: ['advice', ...underDetention] },
  'hold-refused': { from: open },
  'hold-released': { from: [...always, 'in-error', 'merged'] },
  'hold-expired': { from: [...always, 'in-error', 'merged'] },
  'search-owed': { from: ['advice', ...underDetention] },
  'search-handed-back': { from: ['advice', ...underDetention] },
  'outside-accepted': { from: ['advice', ...underDetention] },
  'outside-withdrew': { from: ['advice', ...underDetention] },
  'room-closing': { from: underDetention },
  'room-reopened': { from: underDetention },
  'car-committed': { from: open },
  'car-cleared': { from: [...always, 'in-error', 'merged'] },
  'conveyance-started': { from: ['detained', ...atAPlace], to: 'conveying' },
  arrived: { from: ['detained', 'conveying'], to: 'arrived' },
  'start-contested': { from: [...underDetention, 'concluded', 'closed'] },
  'reading-adopted': { from: [...underDetention, 'concluded', 'closed'] },
  'handed-over': { from: ['arrived', 'assessing'], to: 'handed-over', leaves: 'assessing' },
  'police-left': { from: atAPlace },
  'amhp-requested': { from: underDetention },
  'amhp-offered': { from: underDetention },
  'amhp-declined': { from: underDetention },
  'amhp-offer-lapsed': { from: underDetention },
  'amhp-offer-taken-back': { from: underDetention },
  'amhp-accepted': { from: underDetention },
  'amhp-withdrew': { from: underDetention },
  'amhp-closed': { from: underDetention },
  'amhp-travelling': { from: underDetention },
  'amhp-on-scene': { from: underDetention },
  'doctor-call': { from: underDetention },
  'assessment-started': { from: ['detained', 'arrived', 'handed-over'], to: 'assessing' },
  extended: { from: underDetention },
  'bed-sought': { from: underDetention },
  'bed-found': { from: underDetention },
  absconded: { from: inHand, to: 'absconded' },
  retaken: { from: ['absconded'], to: 'detained' },
  arrested: { from: underDetention },
  'consent-withdrawn': { from: atAPlace },
  'station-check': { from: atAPlace },
  'station-review': { from: atAPlace },
  'person-described': { from: always },
  'risk-noted': { from: always },
  searched: { from: underDetention },
  'interpreter-arranged': { from: underDetention },
  'fitness-told': { from: underDetention },
  'rights-given': { from: underDetention },
  'property-listed': { from: [...underDetention, 'concluded'] },
  restrained: { from: ['advice', ...underDetention] },
  'ambulance-requested': { from: open },
  'ambulance-arrived': { from: open },
  noted: { from: always },
  confirmed: { from: always },
  disputed: { from: always },
  outcome: { from: underDetention, to: 'concluded' },
  closed: { from: ['concluded'], to: 'closed' },
  'recorded-in-error': { from: [...always, 'in-error'] },
  'incident-in-error': { from: open, to: 'in-error' },
  'merged-in': { from: always },
  'merged-into': { from: always, to: 'merged' },
  unmerged: { from: [...always, 'merged'] },
};

export const allowedFrom = (kind: FactKind): readonly IncidentState[] => factMoves[kind].from;

/** Whether a fact of this kind is a step from one state to another. */
export const leadsSomewhere = (kind: FactKind): boolean => factMoves[kind].to !== undefined;

export const stateAfter = (state: IncidentState, kind: FactKind): IncidentState => {
  const { to, leaves } = factMoves[kind];
  return to === undefined || leaves === state ? state : to;
};

/** The states that steps can lead to from these, themselves among them. */
const reachedFrom = (states: readonly IncidentState[]): ReadonlySet<IncidentState> => {
  const reached = new Set(states);
  // What is added on the way is walked too.
  for (const state of reached)
    for (const { from, to, leaves } of Object.values(factMoves))
      if (to !== undefined && from.includes(state) && state !== leaves) reached.add(to);
  return reached;
};

/**
 * Whether a fact of one kind can stand after one of another. Only of two steps is it ever certain that it
 * cannot: what leads nowhere keeps its place in time when a step is told or corrected around it.
 */
export const canStandAfter = (kind: FactKind, earlier: FactKind): boolean => {
  const { to, leaves } = factMoves[earlier];
  if (to === undefined || !leadsSomewhere(kind)) return true;
  const reached = reachedFrom(leaves === undefined ? [to] : [to, leaves]);
  return allowedFrom(kind).some((state) => reached.has(state));
};

/** The facts that may be recorded in a state. For an incident in hand, see `factsAllowedNow`. */
export const factsAllowedIn = (state: IncidentState): FactKind[] =>
  (Object.keys(factMoves) as FactKind[]).filter((kind) => allowedFrom(kind).includes(state));
