import type { SiteRow } from './site-rows';

export const siteSorts = ['name', 'can-take', 'confirmed', 'time-left'] as const;
export type SiteSort = (typeof siteSorts)[number];

export const siteSortWords: Readonly<Record<SiteSort, string>> = {
  name: 'By name',
  'can-take': 'Can take first',
  confirmed: 'Oldest word first',
  'time-left': 'Least time left first',
};

const standings = { takes: 0, unknown: 1, none: 2 } as const;

const soonestEnd = ({ present }: SiteRow): string =>
  present.flatMap(({ limit }) => (limit && limit.stoppedAt === null ? limit.endsAt : [])).sort()[0] ?? '9';

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const orders: Readonly<Record<SiteSort, (a: SiteRow, b: SiteRow) => number>> = {
  name: (a, b) => a.place.name.localeCompare(b.place.name),
  'can-take': (a, b) =>
    standings[a.offer.standing] - standings[b.offer.standing] || b.offer.canTake - a.offer.canTake,
  confirmed: (a, b) => text(a.lastSaid?.at ?? '', b.lastSaid?.at ?? ''),
  'time-left': (a, b) => text(soonestEnd(a), soonestEnd(b)),
};

/** In the order asked for; what stands alike goes by name. */
export const inOrder = (rows: readonly SiteRow[], sort: SiteSort, backwards: boolean): SiteRow[] =>
  [...rows].sort((a, b) => (backwards ? -1 : 1) * orders[sort](a, b) || orders.name(a, b));

export const siteFilters = {
  all: { label: 'All suites', fits: () => true },
  takes: { label: 'Can take now', fits: ({ offer }: SiteRow) => offer.standing === 'takes' },
  ring: { label: 'To ring', fits: ({ fresh }: SiteRow) => fresh !== 'fresh' },
  here: { label: 'Somebody here', fits: ({ present }: SiteRow) => present.length > 0 },
} as const satisfies Record<string, { label: string; fits: (row: SiteRow) => boolean }>;

export type SiteFilter = keyof typeof siteFilters;
export const siteFilterNames = Object.keys(siteFilters) as SiteFilter[];

export interface SiteTotals {
  readonly canTake: number;
  readonly suitesThatTake: number;
  /** Of neighbours' places: counted apart, for they are not the area's own to rely on. */
  readonly lentToUs: number;
  readonly toRing: number;
  readonly unknown: number;
  readonly waiting: number;
  readonly people: number;
}

const canTake = (rows: readonly SiteRow[]): number => rows.reduce((sum, { offer }) => sum + offer.canTake, 0);

/** What the area comes to, above the table. */
export const totalsOf = (rows: readonly SiteRow[]): SiteTotals => ({
  canTake: canTake(rows.filter(({ place }) => !place.lentBy)),
  suitesThatTake: rows.filter((row) => !row.place.lentBy && siteFilters.takes.fits(row)).length,
  lentToUs: canTake(rows.filter(({ place }) => place.lentBy)),
  toRing: rows.filter(siteFilters.ring.fits).length,
  unknown: rows.filter(({ fresh }) => fresh === 'unknown').length,
  waiting: rows.flatMap(({ holds }) => holds).filter(({ state }) => state === 'requested').length,
  people: rows.reduce((sum, { present }) => sum + present.length, 0),
});
