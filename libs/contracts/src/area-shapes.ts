import { z } from 'zod';
import type { Area } from '@concord/domain';
import { adultsAtPoliceStations, nation } from './codes';
import { id, position, storedInstant } from './scalars';

export const area: z.ZodType<Area> = z.object({
  id,
  name: z.string(),
  demo: z.boolean(),
  nation,
  refPrefix: z.string(),
  agencies: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.enum([
        'police',
        'mental-health-trust',
        'local-authority',
        'ambulance-trust',
        'acute-trust',
        'voluntary',
      ]),
    }),
  ),
  districts: z.array(z.object({ name: z.string(), centre: position })),
  policeStationRules: z.array(
    z.object({ nation, from: storedInstant, adults: adultsAtPoliceStations, source: z.string() }),
  ),
  revision: z.int(),
});
