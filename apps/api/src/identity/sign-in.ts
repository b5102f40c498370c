import type { Me } from '@concord/contracts';
import type { Store } from '@concord/coordination';
import type { Identity, Person } from '@concord/postgres';
import { passwordMatches } from '@concord/postgres';
import { notFoundHere, Rejection } from '../rejection';

/** Who this is, as their own screen needs to know it. */
export const meOf = async (store: Store, person: Person): Promise<Me> => {
  const areas = await Promise.all(
    person.areas.map(async ({ areaId, duties, placeIds, resourceIds }) => {
      const area = await store.get(areaId, 'area', areaId);
      return {
        areaId,
        name: area?.name ?? '',
        demo: area?.demo ?? false,
        duties: [...duties],
        placeIds: [...placeIds],
        resourceIds: [...resourceIds],
      };
    }),
  );
  const { userId, name, agencyId, agencyName, screen } = person;
  return { userId, name, agency: { id: agencyId, name: agencyName }, areas, screen };
};

/**
 * The person with this e-mail address and password. Refuses `too-many-attempts`, and
 * `wrong-credentials` in the same words and time whichever of the two was wrong.
 */
export const personWithPassword = async (
  { people, attempts }: Identity,
  given: { email: string; password: string },
  address: string,
): Promise<Person> => {
  const attempt = await attempts.begin(given.email, address);
  if (!attempt.allowed)
    throw new Rejection(
      'too-many-attempts',
      'Too many failed sign-ins. Wait a few minutes, then try again.',
      {
        retryAfterSeconds: attempt.retryAfterSeconds,
      },
    );
  const account = await people.findByEmail(given.email);
  const matches = await passwordMatches(account?.passwordHash ?? null, given.password);
  const person = account && matches ? await people.find(account.userId) : undefined;
  if (!person) throw new Rejection('wrong-credentials', 'Check the e-mail address and the password.');
  await attempts.succeeded(attempt.id);
  return person;
};

const onlyInDemos = async (store: Store, areaIds: readonly string[]): Promise<boolean> => {
  const areas = await Promise.all(areaIds.map((areaId) => store.get(areaId, 'area', areaId)));
  return areas.length > 0 && areas.every((area) => area?.demo === true);
};

interface DemoParts {
  readonly demo: boolean;
  readonly store: Store;
  readonly identity: Identity;
}

/** The one-click sign-ins on offer. Without a demo area this route does not exist. */
export const personasOnOffer = async ({ demo, store, identity }: DemoParts) => {
  const offered = [];
  for (const { areaIds, ...persona } of demo ? await identity.people.personas() : [])
    if (await onlyInDemos(store, areaIds)) offered.push(persona);
  if (offered.length === 0) throw notFoundHere();
  return offered;
};

export const personaToSignIn = async ({ demo, store, identity }: DemoParts, key: string): Promise<Person> => {
  const person = demo ? await identity.people.findByPersona(key) : undefined;
  const inDemos =
    person &&
    (await onlyInDemos(
      store,
      person.areas.map(({ areaId }) => areaId),
    ));
  if (!person || !inDemos) throw notFoundHere();
  return person;
};
