import type { BodyOf } from '@concord/contracts';
import { command } from '@concord/contracts';
import type { Area, Instant } from '@concord/domain';
import { readTimeEntry } from '../time/time-entry';
import type { PersonEntry } from './person-entry';
import { nobodyKnown, saidIn } from './person-entry';
import type { IdentityEntry } from './person-identity-entry';
import { identityIn, nobodyNamed } from './person-identity-entry';
import type { RiskEntry } from './risk-entry';
import { riskToSend } from './risk-entry';

/** What the form holds: text as typed. */
export interface NewIncidentEntry extends PersonEntry, IdentityEntry {
  readonly where: string;
  readonly district: string;
  readonly calledBy: string;
  /** When the call came. */
  readonly when: string;
  readonly risks: readonly RiskEntry[];
}

export const emptyEntry: NewIncidentEntry = {
  ...nobodyKnown,
  ...nobodyNamed,
  where: '',
  district: '',
  calledBy: '',
  when: 'now',
  risks: [],
};

/** Which field of the form a fault of the schema belongs to. */
const fieldOf = (path: readonly PropertyKey[]): string => {
  const dotted = path.map(String).join('.');
  if (dotted.startsWith('where.text')) return 'where';
  if (dotted.startsWith('where')) return 'district';
  if (dotted.startsWith('person.risks')) return 'risks';
  return String(path.at(-1) ?? 'form');
};

const sentences: Readonly<Record<string, string>> = {
  where: 'Say where: a street, a landmark, a building.',
  district: 'Choose the district.',
  calledBy: 'Say who called.',
  ageYears: 'An age in years from 0 to 120, or nothing.',
  risks: 'Say what is known about each risk that is ticked.',
};

export type NewIncidentBody =
  { readonly body: BodyOf<'openIncident'> } | { readonly problems: Readonly<Record<string, string>> };

/** The command for a new incident. The position is the district's centre until somebody at the scene knows better. */
export const newIncidentBody = (
  entry: NewIncidentEntry,
  districts: Area['districts'],
  now: Instant,
): NewIncidentBody => {
  const district = districts.find(({ name }) => name === entry.district);
  const when = readTimeEntry(entry.when, now);
  const identity = identityIn(entry, now);
  const body = {
    where: { text: entry.where, district: entry.district, position: district?.centre },
    calledBy: entry.calledBy,
    ...('at' in when && when.at !== now && { happenedAt: when.at }),
    person: {
      ...saidIn(entry),
      risks: entry.risks.map((risk) =>
        riskToSend({ ...risk, source: risk.source || entry.calledBy || 'caller' }),
      ),
      ...('given' in identity && identity.given),
    },
  };
  const read = command.openIncident.safeParse(body);
  const problems = {
    ...('problem' in when && { when: when.problem }),
    ...('problems' in identity && identity.problems),
    ...(!read.success &&
      Object.fromEntries(
        read.error.issues.map(({ path, message }) => {
          const field = fieldOf(path);
          return [field, sentences[field] ?? message];
        }),
      )),
  };
  return Object.keys(problems).length > 0 ? { problems } : { body: body as BodyOf<'openIncident'> };
};
