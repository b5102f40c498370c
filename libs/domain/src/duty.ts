/** A duty that a person can hold in an area. Escalation ladders and routes both speak in these. */
export type Duty =
  | 'control-room'
  | 'duty-inspector'
  | 'superintendent'
  | 'suite-nurse'
  | 's136-coordinator'
  | 'on-call-manager'
  | 'director-on-call'
  | 'amhp'
  | 'amhp-lead'
  | 'section-12-doctor'
  | 'triage-crew'
  | 'alternative-staff'
  | 'demo';

/**
 * Duties whose holders see every alarm of their area and may take any on. Whoever else is called sees what
 * concerns them, and of alarms only those about their own place.
 */
export const alarmDuties: readonly Duty[] = [
  'control-room',
  'duty-inspector',
  'superintendent',
  's136-coordinator',
  'on-call-manager',
  'director-on-call',
  'amhp-lead',
];

/** Duties called about their own places alone, and so by no step of an incident's ladder. */
export const ownPlacesDuties: readonly Duty[] = ['alternative-staff'];

/** Who gives a command: one person, with the duties they hold in the one area it concerns. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly agencyId: string;
  readonly areaId: string;
  readonly duties: readonly Duty[];
  /** Suites and alternatives this person answers for. */
  readonly placeIds: readonly string[];
  /** Cars or desks this person crews. */
  readonly resourceIds: readonly string[];
}

export const holdsDuty = (actor: Actor, ...duties: readonly Duty[]): boolean =>
  duties.some((duty) => actor.duties.includes(duty));

/** A person as a record names them: enough to ring back, nothing more. */
export interface Named {
  readonly userId: string;
  readonly name: string;
}

/** Concord itself, as the author of what the engine does. */
export const CONCORD: Named = { userId: '00000000-0000-0000-0000-000000000000', name: 'Concord' };
