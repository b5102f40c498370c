import type { BodyOf } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { lastOf } from '@concord/domain';
import type { ApiClient } from '../api/client';
import type { Cast } from '../api/cast';
import { NARRATOR } from '../api/cast';
import { MINUTE } from '../life/step';

interface Scene {
  readonly text: string;
  readonly minutesAgo: number;
  readonly detainedMinutesAgo?: number;
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
}

/** Opened at the controller's own desk: the simulator leaves them to whoever sits down there. */
const forTheController: readonly Scene[] = [
  { text: 'Footbridge, Mill Road', minutesAgo: 33, detainedMinutesAgo: 31, ageYears: 34, sex: 'male' },
  { text: 'Market cross', minutesAgo: 25, detainedMinutesAgo: 21, ageYears: 52, sex: 'female' },
  { text: 'Bus station', minutesAgo: 6, ageYears: 19, sex: 'female' },
];
/** Opened at the night desk, which goes on with them. */
const forTheNurse: Scene = {
  text: 'Quay steps',
  minutesAgo: 14,
  detainedMinutesAgo: 9,
  ageYears: 27,
  sex: 'male',
};
const forTheAmhp: Scene = {
  text: 'Riverside path',
  minutesAgo: 95,
  detainedMinutesAgo: 80,
  ageYears: 41,
  sex: 'female',
};

/** Not detained, and sent on by the night desk. */
const forTheCafe: Scene = { text: 'Library steps', minutesAgo: 12, ageYears: 29, sex: 'female' };

/** Waited in an ambulance outside the department: when the 24 hours began is read two ways. */
const contested: Scene = {
  text: 'Car park roof',
  minutesAgo: 150,
  detainedMinutesAgo: 138,
  ageYears: 38,
  sex: 'male',
};
const corrected: Scene = {
  text: 'Mill lane',
  minutesAgo: 90,
  detainedMinutesAgo: 80,
  ageYears: 23,
  sex: 'female',
};

const OURS = 'night-controller';

/** Speaks for one desk about one incident at a time. */
class Desk {
  constructor(
    private readonly api: ApiClient,
    private readonly as: string,
    private readonly areaId: string,
    private readonly now: number,
  ) {}

  ago(minutes: number): string {
    return new Date(this.now - minutes * MINUTE).toISOString();
  }

  async record(incident: Incident, body: BodyOf<'recordFact'>): Promise<Incident> {
    await this.takeASecond();
    return this.api.must('recordFact', { as: this.as, params: this.about(incident), body });
  }

  /** People say one thing after another: what is told at one and the same instant was told at once. */
  private async takeASecond(): Promise<void> {
    await this.api.must('setDemoClock', { as: NARRATOR, body: { rate: 0, stepMinutes: 1 / 60 } });
  }

  async open(scene: Scene, nth: number): Promise<Incident> {
    const { districts } = await this.api.must('area', { as: this.as, params: { areaId: this.areaId } });
    const district = districts[nth % districts.length];
    if (!district) throw new Error('the area has no districts');
    const incident = await this.api.must('openIncident', {
      as: this.as,
      params: { areaId: this.areaId },
      body: {
        where: { text: scene.text, district: district.name, position: district.centre },
        calledBy: 'Officers at the scene',
        happenedAt: this.ago(scene.minutesAgo),
        person: { ageYears: scene.ageYears, ageBasis: 'known', sex: scene.sex },
      },
    });
    if (scene.detainedMinutesAgo === undefined) return incident;
    await this.record(incident, {
      kind: 'advice-sought',
      adviser: 'Nurse Sorrel',
      profession: 'nurse',
      advice: 'Known to services',
      happenedAt: this.ago(scene.detainedMinutesAgo + 1),
    });
    const happenedAt = this.ago(scene.detainedMinutesAgo);
    return this.record(incident, { kind: 'detained', officer: 'PC 4471 Burdock', happenedAt });
  }

  /** Asks for the best room of the suite, or of any where that has none free. */
  async holdAt(incident: Incident, suite: string): Promise<void> {
    const ranked = await this.api.must('places', { as: this.as, params: this.about(incident) });
    const free = ranked
      .filter((place) => place.placeKind === 'suite')
      .filter(({ standing, lentBy }) => standing === 'offer' && lentBy === null);
    const room = free.find(({ placeName }) => placeName === suite) ?? free[0];
    if (!room) return;
    await this.api.must('requestHold', {
      as: this.as,
      params: this.about(incident),
      body: { roomId: room.roomId },
    });
  }

  /** Sends somebody who is not detained to this alternative, or to the best that is open. */
  async referTo(incident: Incident, name: string): Promise<void> {
    const ranked = await this.api.must('alternatives', { as: this.as, params: this.about(incident) });
    const open = ranked.filter(({ standing }) => standing === 'offer');
    const chosen = open.find((one) => one.name === name) ?? open[0];
    if (!chosen) return;
    await this.record(incident, {
      kind: 'referred',
      alternativeId: chosen.alternativeId,
      how: chosen.kind === 'helpline' ? 'telephone' : 'message',
    });
  }

  async askForAmhp(incident: Incident): Promise<void> {
    await this.api.must('requestAmhp', { as: this.as, params: this.about(incident), body: {} });
  }

  async arrived(incident: Incident, placeId: string, left: number, came: number): Promise<void> {
    const mode = 'ambulance';
    await this.record(incident, { kind: 'conveyance-started', mode, happenedAt: this.ago(left) });
    await this.record(incident, { kind: 'arrived', placeId, happenedAt: this.ago(came) });
  }

  /** Unless somebody has put it right already. */
  async correctArrival(incident: Incident, came: number, reason: string): Promise<void> {
    const { facts } = await this.api.must('incident', { as: this.as, params: this.about(incident) });
    const arrived = lastOf(facts, 'arrived');
    if (!arrived || arrived.corrects) return;
    const { kind, placeId, id: factId } = arrived;
    await this.api.call('correctFact', {
      as: this.as,
      params: { ...this.about(incident), factId },
      body: { reason, fact: { kind, placeId, happenedAt: this.ago(came) } },
    });
  }

  private about(incident: Incident) {
    return { areaId: this.areaId, incidentId: incident.id };
  }
}

const hospitals = async (api: ApiClient, cast: Cast): Promise<readonly string[]> => {
  const board = await api.must('board', { as: OURS, params: { areaId: cast.areaId } });
  return board.entities.place.filter(({ kind }) => kind === 'emergency-department').map(({ id }) => id);
};

/** An arrival, entered wrongly: `setFirstSight` puts it right some minutes later. */
export const enterWrongly = async (
  api: ApiClient,
  cast: Cast,
  now: number,
): Promise<Incident | undefined> => {
  const night = new Desk(api, OURS, cast.areaId, now);
  const [hospital] = (await hospitals(api, cast)).slice(1);
  if (hospital === undefined) return undefined;
  const incident = await night.open(corrected, 0);
  await night.arrived(incident, hospital, 50, 20);
  return incident;
};

/**
 * Something for everybody who signs in: a wait for a place over, one due and one just rung in for
 * the controller, a request at Elm for its nurse, an offer to the first AMHP in line, and somebody sent to the
 * crisis café. And two records as people make them: a start that is read two ways, and an arrival that was put right.
 */
export const setFirstSight = async (
  api: ApiClient,
  cast: Cast,
  now: number,
  wrong: Incident | undefined,
): Promise<void> => {
  const controller = new Desk(api, 'controller', cast.areaId, now);
  for (const [i, scene] of forTheController.entries()) await controller.open(scene, i);
  const night = new Desk(api, OURS, cast.areaId, now);
  await night.holdAt(await night.open(forTheNurse, 0), 'Elm Suite');
  await night.referTo(await night.open(forTheCafe, 0), 'The Lantern Café');
  const waiting = await night.open(forTheAmhp, 1);
  const [hospital, , third] = await hospitals(api, cast);
  if (hospital === undefined) return;
  await night.arrived(waiting, hospital, 62, 41);
  await night.askForAmhp(waiting);
  if (wrong) await night.correctArrival(wrong, 43, 'The door log of the department gives the earlier time');
  const queued = await night.open(contested, 2);
  await night.arrived(queued, third ?? hospital, 125, 52);
  await night.record(queued, {
    kind: 'start-contested',
    basis: 'ambulance-outside-emergency-department',
    note: 'In the ambulance on the hospital’s ground for 49 minutes, until there was room',
    happenedAt: night.ago(101),
  });
};
