import type { Agency, Agreement } from '@concord/domain';

/** The agencies that a version binds, in the area's own order; one that the area no longer has is said to be so. */
export const partyNames = (
  { parties }: Pick<Agreement, 'parties'>,
  agencies: readonly Agency[],
): readonly string[] => {
  const known = agencies.filter(({ id }) => parties.includes(id)).map(({ name }) => name);
  const gone = parties.filter((id) => !agencies.some((agency) => agency.id === id)).length;
  return gone > 0 ? [...known, `${gone} no longer in this area`] : known;
};
