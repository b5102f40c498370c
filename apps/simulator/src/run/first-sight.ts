import type { ApiClient } from '../api/client';
import type { Cast } from '../api/cast';
import { MINUTE } from '../life/step';

const scenes = [
  { text: 'Footbridge, Mill Road', minutesAgo: 33, detainedMinutesAgo: 31, ageYears: 34, sex: 'male' },
  { text: 'Market cross', minutesAgo: 25, detainedMinutesAgo: 21, ageYears: 52, sex: 'female' },
  { text: 'Bus station', minutesAgo: 6, detainedMinutesAgo: undefined, ageYears: 19, sex: 'female' },
] as const;

/**
 * Three incidents that wait for whoever signs in as the controller: one with its wait for a place
 * over, one due, one just rung in. The simulator leaves them alone.
 */
export const setFirstSight = async (api: ApiClient, cast: Cast, now: number): Promise<void> => {
  const as = 'controller';
  const ago = (minutes: number) => new Date(now - minutes * MINUTE).toISOString();
  const { districts } = await api.must('area', { as, params: { areaId: cast.areaId } });
  for (const [i, scene] of scenes.entries()) {
    const district = districts[i % districts.length];
    if (!district) continue;
    const { id } = await api.must('openIncident', {
      as,
      params: { areaId: cast.areaId },
      body: {
        where: { text: scene.text, district: district.name, position: district.centre },
        calledBy: 'Officers at the scene',
        happenedAt: ago(scene.minutesAgo),
        person: { ageYears: scene.ageYears, ageBasis: 'known', sex: scene.sex },
      },
    });
    if (scene.detainedMinutesAgo === undefined) continue;
    const params = { areaId: cast.areaId, incidentId: id };
    const happenedAt = ago(scene.detainedMinutesAgo + 1);
    await api.must('recordFact', {
      as,
      params,
      body: {
        kind: 'advice-sought',
        adviser: 'Nurse Sorrel',
        profession: 'nurse',
        advice: 'Known to services',
        happenedAt,
      },
    });
    await api.must('recordFact', {
      as,
      params,
      body: { kind: 'detained', officer: 'PC 4471 Burdock', happenedAt: ago(scene.detainedMinutesAgo) },
    });
  }
};
