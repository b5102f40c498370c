import type { AreaDefinition } from '@concord/contracts';
import { harrowdaleAndVale } from '@concord/coordination';
import type { Area } from '@concord/domain';
import { seedArea } from '@concord/postgres';
import { accepted, Journey, startConcord } from '@concord/testing';

/** The demo area as it was before it knew of anything but places of safety. */
const before: AreaDefinition = {
  ...harrowdaleAndVale,
  agencies: Object.fromEntries(
    Object.entries(harrowdaleAndVale.agencies).filter(([key]) => key !== 'saltmarsh'),
  ),
  alternatives: undefined,
  rotas: harrowdaleAndVale.rotas.filter(({ duty }) => duty !== 'alternative-staff'),
  people: Object.fromEntries(
    Object.entries(harrowdaleAndVale.people).filter(
      ([, { duties }]) => !duties.some(({ duty }) => duty === 'alternative-staff'),
    ),
  ),
};

test('an area set up before gains its alternatives, those who run them and their staff, once', async () => {
  const startAt = '2026-11-21T22:30:00.000Z';
  const concord = await startConcord({
    now: startAt,
    prepare: async (databaseUrl) => {
      await seedArea(databaseUrl, before, { startAt });
    },
  });
  try {
    const control = await concord.signIn('controller');
    const board = await control.watch();
    const { alternative, area } = board.state();
    expect([...alternative.values()].map(({ name }) => name).sort()).toEqual(
      Object.values(harrowdaleAndVale.alternatives ?? {})
        .map(({ name }) => name)
        .sort(),
    );
    const runs = new Set((area.get(concord.areaId) as Area).agencies.map(({ id }) => id));
    for (const { agencyId } of alternative.values()) expect(runs).toContain(agencyId);

    const cafe = await concord.signIn('cafe-staff');
    const id = concord.ids.alternatives['lantern-cafe'] ?? '';
    accepted(await cafe.post(`alternatives/${id}/observation`, { left: 1 }), 'counted');
    const { incidentId } = await Journey.open(control);
    const referred = { kind: 'referred', alternativeId: id, how: 'message' };
    accepted(await control.post(`incidents/${incidentId}/facts`, referred), 'refer');

    await seedArea(concord.databaseUrl, harrowdaleAndVale);
    await concord.advance({ seconds: 1 });
    expect(board.state().alternative.get(id)).toMatchObject({
      capacity: { left: 1 },
      expected: [{ incidentId }],
    });
  } finally {
    await concord.stop();
  }
});
