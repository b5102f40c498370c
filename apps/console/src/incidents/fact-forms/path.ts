type Nested = Record<string, unknown>;

const isNested = (value: unknown): value is Nested => typeof value === 'object' && value !== null;

/** What stands at `doctor.name` of a fact. */
export const at = (thing: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (isNested(inner) ? inner[key] : undefined), thing);

/** The thing with one more value at a path such as `doctor.name`. */
export const withAt = (thing: Nested, path: string, value: unknown): Nested => {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...thing, [key]: value };
  const inner = thing[key];
  return { ...thing, [key]: withAt(isNested(inner) ? inner : {}, rest.join('.'), value) };
};
