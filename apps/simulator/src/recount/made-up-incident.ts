import type { Fact, FactDetail, FactKind, Incident, Side } from '@concord/domain';
import { describedBy, recordFact, refused, sampleAgreement, standing, unknownPerson } from '@concord/domain';

// Incidents written by hand, or at random, for the recount to be tried on.

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const AREA = uuid(1);
const BEGINS = Date.parse('2026-11-22T02:00:00.000Z');
const who = { userId: uuid(2), name: 'Cass Merriweather' };

const sample = sampleAgreement(AREA, uuid(3), '2026-01-01T00:00:00.000Z');

/** The sample, with rules of its own for children, for nights, and for children at night in an emergency department. */
export const agreement = {
  ...sample,
  thresholds: sample.thresholds.flatMap((rule) => {
    const hours = { days: [1, 3, 5, 6, 7], from: '19:30', to: '07:15' };
    const special = (id: string, more: Partial<typeof rule>) => ({
      ...rule,
      ...more,
      id: `${rule.id}-${id}`,
    });
    return [
      rule,
      special('child', { ages: 'under-18s' }),
      special('night', { hours }),
      special('both', { ages: 'under-18s', hours }),
    ];
  }),
};

export const msAt = (minute: number): number => BEGINS + minute * 60_000;
export const instant = (minute: number): string => new Date(msAt(minute)).toISOString();

/** What is said of the facts told so far that it can be said of, counted from the first. */
export type About =
  | { readonly correct: number }
  | { readonly takeBack: number }
  | { readonly confirm: number }
  | { readonly dispute: number; readonly byMinutes: number }
  | { readonly adopt: number }
  | { readonly merge: readonly { readonly ago: number; readonly detail: FactDetail }[] }
  | { readonly part: true };

/** What is said, how many minutes after the last thing said, and how long before that it happened. */
export interface Said {
  readonly after: number;
  readonly ago?: number;
  readonly side?: Side;
  readonly detail?: FactDetail;
  readonly about?: About;
}

/** The incident as it was known from a minute on. */
export interface Version {
  readonly minute: number;
  readonly incident: Incident;
}

const other = { incidentId: uuid(6), ref: 'HV-1002' };

const blank: Incident = {
  id: uuid(4),
  areaId: AREA,
  ref: 'HV-1001',
  personId: uuid(5),
  person: { ...unknownPerson, risks: [] },
  where: { text: 'Mill lane', district: 'Harrowdale', position: { lat: 54.95, lon: 2.4 } },
  agreementId: agreement.id,
  facts: [],
  revision: 0,
};

type Telling = Pick<Fact, 'happenedAt' | 'recordedAt' | 'id' | 'by'> & Partial<Pick<Fact, 'side'>>;

const twoSided: readonly FactKind[] = ['arrived', 'handed-over', 'outcome'];
const subjects: Readonly<Record<string, readonly FactKind[]>> = {
  confirm: twoSided,
  dispute: twoSided,
  adopt: ['arrived', 'detained', 'start-contested', 'disputed'],
};

/** As people say a fact again, take it back, confirm it, dispute it or adopt it. */
const toldOf = (
  facts: readonly Fact[],
  about: Exclude<About, { merge: unknown } | { part: true }>,
  telling: Telling,
): Fact | undefined => {
  const [[word, nth = 0] = ['']] = Object.entries(about);
  const fitting = facts.filter(({ kind }) => subjects[word]?.includes(kind) ?? true);
  const old = fitting[nth % Math.max(1, fitting.length)];
  if (!old) return undefined;
  const corrects = { factId: old.id, reason: 'It was otherwise' };
  if ('correct' in about) {
    const { mergedFrom: _from, ...said } = old;
    return { ...said, ...telling, corrects };
  }
  if ('takeBack' in about) return { ...telling, kind: 'recorded-in-error', corrects };
  if ('confirm' in about) return { ...telling, kind: 'confirmed', factId: old.id };
  if ('adopt' in about)
    return { ...telling, kind: 'reading-adopted', startFactId: old.id, reason: 'Policy of the trust' };
  const saysAt = new Date(Date.parse(old.happenedAt) + about.byMinutes * 60_000).toISOString();
  return { ...telling, kind: 'disputed', factId: old.id, saysAt, reason: 'The door log' };
};

/** Another record's facts join this one's, or are taken out again. */
const withRecord = (
  incident: Incident,
  about: Extract<About, { merge: unknown } | { part: true }>,
  minute: number,
  telling: Telling,
): Incident | undefined => {
  const isIn = standing(incident.facts).some(({ mergedFrom }) => mergedFrom !== undefined);
  const hasBeen = incident.facts.some(({ mergedFrom }) => mergedFrom !== undefined);
  if ('part' in about ? !isIn : hasBeen) return undefined;
  const kind = 'part' in about ? ('unmerged' as const) : ('merged-in' as const);
  const noted = recordFact(incident, { ...telling, kind, ...other, reason: 'As it turns out' });
  if (refused(noted)) return undefined;
  if ('part' in about) return noted;
  const theirs = about.merge.map(({ ago, detail }, i): Fact => ({
    ...detail,
    ...telling,
    id: uuid(5000 + i),
    happenedAt: instant(minute - ago),
    mergedFrom: other,
  }));
  const facts = [...noted.facts, ...theirs];
  return { ...noted, facts, person: describedBy(facts, noted.person) };
};

const saidOf = (incident: Incident, { detail, about, side, ago = 0 }: Said, minute: number, i: number) => {
  const telling = {
    id: uuid(100 + i),
    happenedAt: instant(minute - ago),
    recordedAt: instant(minute),
    by: who,
    ...(side ? { side } : {}),
  };
  if (about && ('merge' in about || 'part' in about)) return withRecord(incident, about, minute, telling);
  const fact = detail ? { ...detail, ...telling } : about && toldOf(incident.facts, about, telling);
  return fact && recordFact(incident, fact);
};

/** The incident's versions as facts are told; what the domain refuses is not written down. */
export const versionsOf = (told: readonly Said[]): Version[] => {
  let incident = blank;
  let minute = 0;
  return told.flatMap((said, i) => {
    minute += said.after;
    const next = saidOf(incident, said, minute, i);
    if (!next || refused(next)) return [];
    incident = next;
    return [{ minute, incident }];
  });
};
