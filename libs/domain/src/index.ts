/**
 * The words of Concord, fixed here; code and screens keep to them.
 *
 * - **place of safety**: a place named in MHA 1983 s135(6); a **suite** is a health-based one (HBPoS) with **rooms**.
 * - **alternative**: what may help instead of a detention (crisis café, crisis house, decision unit, home treatment
 *   team, helpline). It is no place of safety: people are **referred** to it, never held, conveyed or detained there.
 * - **hold**: a room promised to one incident until a time; the suite **accepts** or **refuses** it.
 * - **conveyance**: the journey to a place; **arrival** there starts the statutory limit; **handover** is the
 *   police's named release by staff who accept the person. Handover is not discharge.
 * - **AMHP**: approved mental health professional. A request is **offered** to one on call at a time.
 * - **agreement**: a local multi-agency document; its **thresholds** are waiting times, its **ladders** who is called.
 * - **statutory limit**: the permitted period of detention. Not a threshold: its breach is an unlawful detention.
 * - **escalation**: raised when a clock is due or over; somebody **owns** it.
 * - **fact**: what happened, when, on whose word. **Observation**: a status with an age and a source.
 * - **duty**: what a person answers for in an area; **on call**: who holds a duty at an instant. A **rota** says so:
 *   **layers** of turns, over them temporary rotas, **swaps** and **overrides**; a **gap** is a time with nobody on.
 */
export * from './agreement/agreement';
export * from './agreement/agreement-rules';
export * from './agreement/agreement-versions';
export * from './agreement/call-load';
export * from './agreement/clock-event';
export * from './agreement/clock-run';
export * from './agreement/compare';
export { inHours, rulesFor } from './agreement/rule-choice';
export * from './agreement/sample-agreement';
export * from './agreement/what-if';
export * from './alternative/alternative';
export * from './alternative/alternative-clock';
export * from './alternative/opening-hours';
export * from './alternative/rank-alternatives';
export { expectedFrom, expecting, notAPlaceOfSafety } from './alternative/referral';
export * from './alternative/referral-limits';
export * from './amhp/amhp-request';
export * from './amhp/availability';
export * from './amhp/call-fact';
export * from './amhp/load';
export * from './amhp/next-try';
export * from './amhp/obstacle';
export * from './amhp/readiness';
export * from './amhp/whose-duty';
export * from './amhp/why-passed-over';
export * from './area';
export * from './duty';
export * from './escalation/channel';
export * from './escalation/climb';
export * from './escalation/deadline';
export { afterReceipt, afterTries, gotNowhere, nextMethod, roundOf, withTry } from './escalation/deliver';
export type { Method, Receipt, Try } from './escalation/deliver';
export * from './escalation/escalation';
export * from './escalation/last-act';
export * from './escalation/notification';
export * from './escalation/audit';
export * from './escalation/owed-steps';
export * from './escalation/own';
export * from './escalation/place-about';
export * from './escalation/throttle';
export { factsAllowedNow, isWrittenByCommand } from './incident/allowed-now';
export { describedBy } from './incident/description';
export * from './incident/fact';
export * from './incident/fact-codes';
export * from './incident/history';
export * from './incident/holding';
export * from './incident/incident';
export * from './incident/incident-moves';
export * from './incident/merge';
export * from './incident/person';
export * from './incident/record-fact';
export * from './incident/same-person';
export * from './incident/search';
export * from './incident/two-agencies';
export * from './instant';
export * from './law/end-of-detention';
export { LONGEST_EXTENSION_MINUTES, PERMITTED_PERIOD_MINUTES } from './law/extension';
export * from './law/law-in-force';
export * from './law/police-station';
export * from './law/practice';
export * from './law/statutory-clocks';
export * from './law/statutory-limit';
export * from './law/unlawful';
export * from './lifecycle';
export * from './on-call/change-rota';
export * from './on-call/coverage';
export * from './on-call/keepers';
export * from './on-call/london-time';
export * from './on-call/plan-difference';
export * from './on-call/load';
export { NIGHTLY_AT, nightlyAfter, nightlyBefore } from './on-call/nightly';
export * from './on-call/on-call-at';
export * from './on-call/plan';
export * from './on-call/reach';
export * from './on-call/reach-report';
export * from './on-call/rota';
export * from './on-call/rota-faults';
export * from './on-call/steps-ahead';
export * from './place/departments';
export * from './place/fitness';
export * from './place/hold';
export * from './place/lapsed-holds';
export * from './place/lending';
export * from './place/lent';
export * from './place/place';
export * from './place/promise';
export * from './place/rank';
export * from './place/rank-places';
export * from './place/room';
export * from './place/room-taken';
export * from './place/staffing';
export * from './place/status-clock';
export * from './place/told-status';
export * from './place/travel';
export * from './refusal';
export * from './triage/resource';
export * from './wall-time';
