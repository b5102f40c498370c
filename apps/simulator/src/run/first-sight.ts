import type { BodyOf } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import type { ApiClient } from '../api/client';
import type { Cast } from '../api/cast';
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

  record(incident: Incident, body: BodyOf<'recordFact'>): Promise<Incident> {
    return this.api.must('recordFact', { as: this.as, params: this.about(incident), body });
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
    const free = ranked.filter(({ standing }) => standing === 'offer');
    const room = free.find(({ placeName }) => placeName === suite) ?? free[0];
    if (!room) return;
    await this.api.must('requestHold', {
      as: this.as,
      params: this.about(incident),
      body: { roomId: room.roomId },
    });
  }

  async askForAmhp(incident: Incident): Promise<void> {
    await this.api.must('requestAmhp', { as: this.as, params: this.about(incident), body: {} });
  }

  async arrived(incident: Incident, placeId: string): Promise<void> {
    await this.record(incident, { kind: 'conveyance-started', mode: 'ambulance', happenedAt: this.ago(62) });
    await this.record(incident, { kind: 'arrived', placeId, happenedAt: this.ago(41) });
  }

  private about(incident: Incident) {
    return { areaId: this.areaId, incidentId: incident.id };
  }
}

/**
 * Something for everybody who signs in: a wait for a place over, one due and one just rung in for
 * the controller, a request at Elm for its nurse, and an offer to the first AMHP in line.
 */
export const setFirstSight = async (api: ApiClient, cast: Cast, now: number): Promise<void> => {
  const controller = new Desk(api, 'controller', cast.areaId, now);
  for (const [i, scene] of forTheController.entries()) await controller.open(scene, i);
  const night = new Desk(api, OURS, cast.areaId, now);
  await night.holdAt(await night.open(forTheNurse, 0), 'Elm Suite');
  const waiting = await night.open(forTheAmhp, 1);
  const board = await api.must('board', { as: OURS, params: { areaId: cast.areaId } });
  const hospital = board.entities.place.find(({ kind }) => kind === 'emergency-department');
  if (!hospital) return;
  await night.arrived(waiting, hospital.id);
  await night.askForAmhp(waiting);
};
