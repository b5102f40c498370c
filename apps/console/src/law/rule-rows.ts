import type { Area, Instant, PoliceStationRule } from '@concord/domain';
import { ruleInForce } from '@concord/domain';

export interface RuleRow {
  readonly rule: PoliceStationRule;
  readonly standing: 'in-force' | 'to-come' | 'past';
}

const nations = ['england', 'wales'] as const;

/** Of each nation: what binds a detention that begins now, then what is to come, then what was, latest first. */
export const ruleRows = (
  { policeStationRules: rules }: Pick<Area, 'policeStationRules'>,
  now: Instant,
): RuleRow[] =>
  nations.flatMap((nation) => {
    const own = rules.filter((rule) => rule.nation === nation).sort((a, b) => (a.from < b.from ? -1 : 1));
    const current = ruleInForce(rules, nation, now);
    const of = (standing: RuleRow['standing'], some: readonly PoliceStationRule[]): RuleRow[] =>
      some.map((rule) => ({ rule, standing }));
    return [
      ...of('in-force', current ? [current] : []),
      ...of(
        'to-come',
        own.filter(({ from }) => from > now),
      ),
      ...of('past', own.filter((rule) => rule.from <= now && rule !== current).reverse()),
    ];
  });
