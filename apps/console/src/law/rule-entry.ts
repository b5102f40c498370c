import { Temporal } from 'temporal-polyfill';
import type { BodyOf } from '@concord/contracts';
import type { AdultsAtPoliceStations, Instant, Nation } from '@concord/domain';
import { readDateEntry } from '../time/date-entry';
import { instantOf } from '../time/wall-time';

/** A rule as somebody types it. */
export interface RuleEntry {
  readonly nation: Nation | undefined;
  readonly adults: AdultsAtPoliceStations | undefined;
  readonly from: string;
  readonly source: string;
}

export const emptyRule: RuleEntry = { nation: undefined, adults: undefined, from: '', source: '' };

type Problems = Readonly<Partial<Record<keyof RuleEntry, string>>>;

/** The first instant of a day in London: law comes into force as its day begins. */
export const startOfDay = (typed: string, now: Instant): { at: Instant } | { problem: string } => {
  const entry = readDateEntry(typed, '1-Apr-2027 or 01/04/2027');
  if (!entry) return { problem: 'Say from which day.' };
  if ('problem' in entry) return entry;
  const at = instantOf(
    entry.date.toZonedDateTime({ timeZone: 'Europe/London', plainTime: new Temporal.PlainTime() }),
  );
  return at > now ? { at } : { problem: 'A rule is dated before it comes into force: give a day to come.' };
};

/** The command, or what is missing or wrong, named by its field. */
export const ruleBody = (
  { nation, adults, from, source }: RuleEntry,
  now: Instant,
): { readonly body: BodyOf<'datePoliceStationRule'> } | { readonly problems: Problems } => {
  const day = startOfDay(from, now);
  if (nation && adults && source.trim() && 'at' in day)
    return { body: { nation, adults, from: day.at, source: source.trim() } };
  return {
    problems: {
      ...(!nation && { nation: 'Say in which nation.' }),
      ...(!adults && { adults: 'Say what the rule is.' }),
      ...('problem' in day && { from: day.problem }),
      ...(!source.trim() && { source: 'Name the Act or regulations that bring it into force.' }),
    },
  };
};
