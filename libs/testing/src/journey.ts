import type {
  AmhpRequest,
  FactKind,
  Hold,
  Incident,
  Power,
  RankedDepartment,
  RankedPlace,
  RankedRoom,
} from '@concord/domain';
import { lastOf } from '@concord/domain';
import type { Concord } from './concord';
import type { Answer, Person } from './person';

/** A scene in Harrowdale's fictional north, and somebody of known adult age. */
const SCENE = {
  where: { text: 'Mill Road footbridge', district: 'Harrowdale', position: { lat: 54.9, lon: 2.4 } },
  calledBy: 'PC 4411 by radio',
  person: { ageYears: 34, ageBasis: 'known', sex: 'male' },
};

type Told = Readonly<Record<string, unknown>> & { readonly kind: FactKind };

/** The steps of one incident, each by whoever takes it, through the public API. */
export class Journey {
  private constructor(
    readonly control: Person,
    readonly incidentId: string,
    readonly ref: string,
  ) {}

  static async open(control: Person, more: object = {}): Promise<Journey> {
    const opened = await control.post<Incident>('incidents', { ...SCENE, ...more });
    if (opened.status >= 300) throw new Error(`not opened: ${JSON.stringify(opened.body)}`);
    return new Journey(control, opened.body.id, opened.body.ref);
  }

  /** Tells a fact, to be accepted or refused. */
  tell<Body = Incident>(fact: object, by: Person = this.control): Promise<Answer<Body>> {
    return by.post<Body>(`incidents/${this.incidentId}/facts`, fact);
  }

  /** Records a fact and fails unless it was accepted. */
  async record(fact: object, by?: Person): Promise<Incident> {
    return accepted(await this.tell(fact, by), JSON.stringify(fact));
  }

  async read(by: Person = this.control): Promise<Incident> {
    return accepted(await by.get<Incident>(`incidents/${this.incidentId}`), 'read');
  }

  /** The id of the fact of this kind that stands and happened last. */
  async factId(kind: FactKind): Promise<string> {
    const fact = lastOf((await this.read()).facts, kind);
    if (!fact) throw new Error(`nobody has recorded "${kind}" of ${this.ref}`);
    return fact.id;
  }

  /** Tells the last fact of its kind anew, to be accepted or refused. */
  async tellAnew<Body = Incident>(
    fact: Told,
    reason = 'Read off the paper log',
    by: Person = this.control,
  ): Promise<Answer<Body>> {
    const path = `incidents/${this.incidentId}/facts/${await this.factId(fact.kind)}/correct`;
    return by.post<Body>(path, { reason, fact });
  }

  /** Corrects the last fact of its kind and fails unless that was accepted. */
  async correct(fact: Told, reason?: string, by?: Person): Promise<Incident> {
    return accepted(await this.tellAnew(fact, reason, by), `correct ${JSON.stringify(fact)}`);
  }

  /** Takes back the last fact of a kind. */
  async takeBack(
    kind: FactKind,
    reason = 'Written on the wrong record',
    by = this.control,
  ): Promise<Incident> {
    const path = `incidents/${this.incidentId}/facts/${await this.factId(kind)}/take-back`;
    return accepted(await by.post<Incident>(path, { reason }), `take back ${kind}`);
  }

  /** As far as the detention, with advice sought first; `more` of the detention, such as its power or time. */
  async detain(more: { readonly power?: Power; readonly happenedAt?: string } = {}): Promise<void> {
    await this.record({
      kind: 'advice-sought',
      adviser: 'Nurse on the triage desk',
      profession: 'nurse',
      advice: 'Known to services',
      happenedAt: more.happenedAt,
    });
    await this.record({ kind: 'detained', officer: 'PC 4411', ...more });
  }

  /** Rooms of suites, best first. */
  async places(): Promise<RankedRoom[]> {
    return (await this.ranked()).filter(({ placeKind }) => placeKind === 'suite') as RankedRoom[];
  }

  /** Emergency departments, best first. */
  async departments(): Promise<RankedDepartment[]> {
    const ranked = await this.ranked();
    return ranked.filter(({ placeKind }) => placeKind === 'emergency-department') as RankedDepartment[];
  }

  private async ranked(): Promise<RankedPlace[]> {
    return accepted(await this.control.get<RankedPlace[]>(`incidents/${this.incidentId}/places`), 'places');
  }

  async hold(roomId?: string): Promise<Hold> {
    const room = roomId ?? (await this.places()).find((place) => place.rank === 1)?.roomId;
    return accepted(
      await this.control.post<Hold>(`incidents/${this.incidentId}/holds`, { roomId: room }),
      'hold',
    );
  }

  /** Detained, a room at the nurse's suite held and accepted, conveyed and arrived there. */
  async arriveAt(nurse: Person, roomId: string): Promise<Hold> {
    await this.detain();
    const hold = await this.hold(roomId);
    const taken = accepted(await nurse.post<Hold>(`holds/${hold.id}/accept`), 'accept');
    await this.record({ kind: 'conveyance-started', mode: 'ambulance' });
    await this.record({ kind: 'arrived', placeId: taken.placeId });
    return taken;
  }

  async requestAmhp(): Promise<AmhpRequest> {
    return accepted(
      await this.control.post<AmhpRequest>(`incidents/${this.incidentId}/amhp-requests`),
      'AMHP request',
    );
  }
}

/** The body, or a failure that says what was refused and why. */
export const accepted = <Body>(answer: { status: number; body: Body }, what: string): Body => {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** The key, in the area's definition, of whoever a request is now offered to. */
export const askedKey = (concord: Concord, request: AmhpRequest): string => {
  const to = request.offers.find((offer) => offer.answer === null)?.to.userId;
  const found = Object.entries(concord.ids.people).find(([, person]) => person.userId === to);
  if (!found) throw new Error('the request is offered to nobody');
  return found[0];
};
