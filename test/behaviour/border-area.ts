import type { AreaDefinition } from '@concord/contracts';
import { harrowdaleAndVale } from '@concord/coordination';

const { places } = harrowdaleAndVale;
const like = (key: string): AreaDefinition['places'][string] => {
  const place = places[key];
  if (!place) throw new Error(`there is no ${key}`);
  return place;
};

/**
 * Harrowdale, but Ketterfold lies over the border: Willow Suite and a police station of its own are in
 * Wales. And one place is somebody's home.
 */
export const borderArea: AreaDefinition = {
  ...harrowdaleAndVale,
  places: {
    ...places,
    willow: { ...like('willow'), nation: 'wales' },
    'western-bridewell': {
      ...like('bridewell'),
      name: 'Western Bridewell (police station)',
      nation: 'wales',
      district: 'Ketterfold',
    },
    home: { ...like('elm'), agency: 'council', name: 'A sister’s flat', kind: 'dwelling' },
  },
};
