import type {
  Agreement,
  AmhpRequest,
  Hold,
  Incident,
  Instant,
  Place,
  Room,
  TriageResource,
} from '@concord/domain';
import {
  holdIsLiveAt,
  isOpen,
  openOffer,
  openedAt,
  outsidePlace,
  presentArrival,
  requestIsLive,
  stateOf,
} from '@concord/domain';
import { byStanding, unfitFor } from '../incidents/around';
import type { IncidentClock, Level, LegalClock } from '../incidents/incident-clocks';
import {
  byNextDeadline,
  clocksOf,
  levelOf,
  nextDeadline,
  permittedPeriod,
} from '../incidents/incident-clocks';
import { incidentStateWords } from '../words/codes';
import { personLine } from '../words/person-line';

/** Where a person is going or is, with the reply that is still awaited. */
export interface PlaceCell {
  readonly standing: 'none' | 'asked' | 'accepted' | 'outside' | 'there';
  readonly text: string;
  readonly until: Instant | null;
}

export interface AmhpCell {
  readonly standing: 'none' | 'asked' | 'nobody' | 'taken';
  readonly text: string;
  readonly until: Instant | null;
}

/** One line of the board, in plain values: a row is drawn again only when one of them differs. */
export interface Row {
  readonly id: string;
  readonly ref: string;
  readonly level: Level | 'none';
  readonly deadline: IncidentClock | undefined;
  readonly state: string;
  readonly where: string;
  readonly district: string;
  readonly person: string;
  readonly legal: LegalClock | undefined;
  readonly legalLevel: Level | 'none';
  /** How many starts of the 24 hours are claimed. */
  readonly readings: number;
  readonly cars: string;
  readonly place: PlaceCell;
  readonly amhp: AmhpCell;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
}

export interface BoardParts {
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly holds: ReadonlyMap<string, Hold>;
  readonly places: ReadonlyMap<string, Place>;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly requests: ReadonlyMap<string, AmhpRequest>;
  readonly resources: ReadonlyMap<string, TriageResource>;
}

const byIncident = <Thing extends { readonly incidentId: string | null }>(
  things: ReadonlyMap<string, Thing>,
  fits: (thing: Thing) => boolean,
): Map<string, Thing[]> => {
  const found = new Map<string, Thing[]>();
  for (const thing of things.values()) {
    if (thing.incidentId === null || !fits(thing)) continue;
    found.set(thing.incidentId, [...(found.get(thing.incidentId) ?? []), thing]);
  }
  return found;
};

const placeCell = (incident: Incident, holds: readonly Hold[], parts: BoardParts): PlaceCell => {
  const here = presentArrival(incident.facts);
  if (here) return { standing: 'there', text: here.placeName, until: null };
  const outside = outsidePlace(incident.facts);
  if (outside) return { standing: 'outside', text: outside.placeName, until: null };
  const [hold, ...others] = [...holds].sort(byStanding);
  if (!hold) return { standing: 'none', text: '', until: null };
  const placeName = ({ placeId }: Hold) => parts.places.get(placeId)?.name ?? '';
  if (hold.state === 'requested' && others.length > 0) {
    const text = `${others.length + 1} asked: ${[hold, ...others].map(placeName).join(', ')}`;
    return { standing: 'asked', text, until: hold.expiresAt };
  }
  const room = parts.rooms.get(hold.roomId);
  const unfit = unfitFor(room, parts.places.get(hold.placeId), incident).length > 0;
  const text = `${placeName(hold)}, ${room?.name ?? ''}${unfit ? ': DOES NOT FIT' : ''}`;
  return { standing: hold.state === 'accepted' ? 'accepted' : 'asked', text, until: hold.expiresAt };
};

const amhpCell = (request: AmhpRequest | undefined): AmhpCell => {
  if (!request) return { standing: 'none', text: '', until: null };
  if (request.assigned) return { standing: 'taken', text: request.assigned.name, until: null };
  const offer = openOffer(request);
  return offer
    ? { standing: 'asked', text: offer.to.name, until: offer.answerBy }
    : { standing: 'nobody', text: request.nobody ? 'Nobody on call' : 'Nobody free', until: null };
};

/** Every open incident as a row, by next deadline. */
export const rowsOf = (parts: BoardParts, now: Instant): Row[] => {
  const holds = byIncident(parts.holds, (hold) => holdIsLiveAt(hold, now));
  const requests = byIncident(parts.requests, (one) => one.calls === 'amhp' && requestIsLive(one));
  const cars = byIncident(parts.resources, () => true);
  const rows = [...parts.incidents.values()].filter(isOpen).map((incident): Row => {
    const clocks = clocksOf(incident, parts.agreements.get(incident.agreementId));
    const deadline = nextDeadline(clocks, now);
    const legal = permittedPeriod(clocks);
    return {
      id: incident.id,
      ref: incident.ref,
      level: deadline ? levelOf(deadline, now) : 'none',
      deadline,
      state: incidentStateWords[stateOf(incident.facts)],
      where: incident.where.text,
      district: incident.where.district,
      person: personLine(incident.person),
      legal,
      legalLevel: legal ? levelOf(legal, now) : 'none',
      readings: legal?.limit?.readings.length ?? 0,
      cars: (cars.get(incident.id) ?? []).map(({ callsign }) => callsign).join(' '),
      place: placeCell(incident, holds.get(incident.id) ?? [], parts),
      amhp: amhpCell(requests.get(incident.id)?.[0]),
      openedAt: openedAt(incident),
      changedAt: incident.facts.at(-1)?.recordedAt ?? now,
    };
  });
  return rows.sort(byNextDeadline(now));
};

const plain = ({ deadline, legal, ...row }: Row) =>
  JSON.stringify({ ...row, clocks: [deadline?.id, deadline?.endsAt, legal?.endsAt, legal?.stoppedAt] });

/** The new rows, keeping the very object of each row that says the same as before. */
export const keepingSame = (before: readonly Row[], after: readonly Row[]): Row[] => {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.map((row) => {
    const old = known.get(row.id);
    return old && plain(old) === plain(row) ? old : row;
  });
};

export const filters = {
  all: { label: 'All', fits: () => true },
  due: { label: 'Due or over', fits: ({ level }: Row) => level === 'due' || level === 'over' },
  'no-place': {
    label: 'No place',
    fits: ({ place, state }: Row) => place.standing === 'none' && state !== incidentStateWords.concluded,
  },
  'no-amhp': {
    label: 'No AMHP',
    fits: ({ amhp, legal }: Row) =>
      legal !== undefined && legal.stoppedAt === null && amhp.standing !== 'taken',
  },
} as const satisfies Record<string, { label: string; fits: (row: Row) => boolean }>;

export type FilterName = keyof typeof filters;
export const filterNames = Object.keys(filters) as FilterName[];
