import type { Nation } from '../area';
import type { Instant } from '../instant';

/** What the law says of adults at police stations under ss135 and 136. Of under-18s it says never (s136A(1)). */
export type AdultsAtPoliceStations = 'regulations-2017' | 'never';

/**
 * One dated rule of one nation. A new rule is added, none is changed: what was lawful when it was done
 * stays so, and a detention already under way keeps the rule it began under.
 */
export interface PoliceStationRule {
  readonly nation: Nation;
  readonly from: Instant;
  readonly adults: AdultsAtPoliceStations;
  /** The Act or regulations, by which it came into force. */
  readonly source: string;
}

/** The rules that bind one detention. */
export interface LawInForce {
  readonly nation: Nation;
  readonly adults: AdultsAtPoliceStations;
  readonly source: string;
}

const SI_2017_1036 = 'Mental Health Act 1983 (Places of Safety) Regulations 2017 (SI 2017/1036)';

/**
 * What is known to be in force in both nations since 11 December 2017. The Mental Health Act 2025 removes
 * police stations as places of safety from a day not yet appointed: whoever runs Concord dates that here.
 */
export const rulesToDate: readonly PoliceStationRule[] = (['england', 'wales'] as const).map((nation) => ({
  nation,
  from: '2017-12-11T00:00:00.000Z',
  adults: 'regulations-2017',
  source: SI_2017_1036,
}));

export const placesOfSafetyRegulations2017: LawInForce = {
  nation: 'england',
  adults: 'regulations-2017',
  source: SI_2017_1036,
};

/** The rule of a nation at an instant: the latest by then, and of two dated alike the one added last. */
export const ruleInForce = (
  rules: readonly PoliceStationRule[],
  nation: Nation,
  at: Instant,
): PoliceStationRule | undefined =>
  rules
    .filter((rule) => rule.nation === nation && rule.from <= at)
    .reduce<PoliceStationRule | undefined>(
      (last, rule) => (last && last.from > rule.from ? last : rule),
      undefined,
    );

/** The law for a place in this nation of a detention that began then. */
export const lawInForce = (
  rules: readonly PoliceStationRule[],
  nation: Nation,
  detainedAt: Instant,
): LawInForce => {
  const latest = ruleInForce(rules, nation, detainedAt);
  return latest
    ? { nation, adults: latest.adults, source: latest.source }
    : { ...placesOfSafetyRegulations2017, nation };
};
