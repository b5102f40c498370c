import type { Agreement, Instant } from '@concord/domain';
import { agreementInForce } from '@concord/domain';
import type { GlyphName } from '../kit/glyph';

/** How a version stands at an instant. `replaced`: it was in force, and another is now. */
export type VersionStanding = 'in-force' | 'scheduled' | 'draft' | 'replaced' | 'withdrawn';

export interface VersionRow {
  readonly version: Agreement;
  readonly standing: VersionStanding;
  /** When the next one that was approved took, or takes, its place; null while nobody has approved one. */
  readonly until: Instant | null;
}

export const standingWords: Readonly<Record<VersionStanding, string>> = {
  'in-force': 'IN FORCE',
  scheduled: 'SCHEDULED',
  draft: 'DRAFT',
  replaced: 'NO LONGER',
  withdrawn: 'WITHDRAWN',
};

export const standingTones: Readonly<Record<VersionStanding, GlyphName>> = {
  'in-force': 'mine',
  scheduled: 'soon',
  draft: 'stale',
  replaced: 'stopped',
  withdrawn: 'stopped',
};

const order: readonly VersionStanding[] = ['in-force', 'scheduled', 'draft', 'replaced', 'withdrawn'];

const standingOf = (
  { id, state, effectiveFrom }: Agreement,
  inForce: string | undefined,
  now: Instant,
): VersionStanding => {
  if (state !== 'approved') return state;
  if (id === inForce) return 'in-force';
  return effectiveFrom > now ? 'scheduled' : 'replaced';
};

/** The first that takes effect after this one does: what ends its time. */
const endOf = (version: Agreement, versions: readonly Agreement[]): Instant | null => {
  if (version.state !== 'approved') return null;
  const isAfter = (other: Agreement): boolean =>
    other.state === 'approved' &&
    (other.effectiveFrom > version.effectiveFrom ||
      (other.effectiveFrom === version.effectiveFrom && other.version > version.version));
  const starts = versions.filter(isAfter).map(({ effectiveFrom }) => effectiveFrom);
  return starts.sort()[0] ?? null;
};

/** Every version: the one in force, those to come, drafts, then those that were and those withdrawn, latest first of each. */
export const versionRows = (all: Iterable<Agreement>, now: Instant): VersionRow[] => {
  const versions = [...all];
  const inForce = agreementInForce(versions, now)?.id;
  return versions
    .map((version) => ({
      version,
      standing: standingOf(version, inForce, now),
      until: endOf(version, versions),
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.standing) - order.indexOf(b.standing) || b.version.version - a.version.version,
    );
};
