import type { BodyOf } from '@concord/contracts';
import { command } from '@concord/contracts';
import type { AgeBasis, Area, RiskKind, Sex } from '@concord/domain';

/** What the form holds: text as typed. */
export interface NewIncidentEntry {
  readonly where: string;
  readonly district: string;
  readonly calledBy: string;
  readonly age: string;
  readonly ageBasis: AgeBasis;
  readonly appearsUnder18: boolean;
  readonly sex: Sex;
  readonly risks: readonly RiskKind[];
  readonly riskNotes: Readonly<Partial<Record<RiskKind, string>>>;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly nhsNumber: string;
}

export const emptyEntry: NewIncidentEntry = {
  where: '',
  district: '',
  calledBy: '',
  age: '',
  ageBasis: 'unknown',
  appearsUnder18: false,
  sex: 'not-known',
  risks: [],
  riskNotes: {},
  name: '',
  dateOfBirth: '',
  nhsNumber: '',
};

const orNull = (text: string): string | null => text.trim() || null;

/** Which field of the form a fault of the schema belongs to. */
const fieldOf = (path: readonly PropertyKey[]): string => {
  const dotted = path.map(String).join('.');
  if (dotted.startsWith('where.text')) return 'where';
  if (dotted.startsWith('where')) return 'district';
  if (dotted.startsWith('person.risks')) return 'risks';
  if (dotted.startsWith('person.ageYears')) return 'age';
  return String(path.at(-1) ?? 'form');
};

const sentences: Readonly<Record<string, string>> = {
  where: 'Say where: a street, a landmark, a building.',
  district: 'Choose the district.',
  calledBy: 'Say who called.',
  age: 'An age in years from 0 to 120, or nothing.',
  risks: 'Say what is known about each risk that is ticked.',
  nhsNumber: 'Ten digits, or nothing.',
  dateOfBirth: 'A date, or nothing.',
};

export type NewIncidentBody =
  { readonly body: BodyOf<'openIncident'> } | { readonly problems: Readonly<Record<string, string>> };

/** The command for a new incident. The position is the district's centre until somebody at the scene knows better. */
export const newIncidentBody = (entry: NewIncidentEntry, districts: Area['districts']): NewIncidentBody => {
  const district = districts.find(({ name }) => name === entry.district);
  const body = {
    where: { text: entry.where, district: entry.district, position: district?.centre },
    calledBy: entry.calledBy,
    person: {
      ageYears: entry.age.trim() === '' ? null : Number(entry.age),
      ageBasis: entry.age.trim() === '' ? 'unknown' : entry.ageBasis,
      appearsUnder18: entry.appearsUnder18,
      sex: entry.sex,
      risks: entry.risks.map((kind) => ({
        kind,
        note: entry.riskNotes[kind] ?? '',
        source: entry.calledBy || 'caller',
      })),
      name: orNull(entry.name),
      dateOfBirth: orNull(entry.dateOfBirth),
      nhsNumber: orNull(entry.nhsNumber.replaceAll(' ', '')),
    },
  };
  const read = command.openIncident.safeParse(body);
  if (read.success) return { body: body as BodyOf<'openIncident'> };
  return {
    problems: Object.fromEntries(
      read.error.issues.map(({ path, message }) => {
        const field = fieldOf(path);
        return [field, sentences[field] ?? message];
      }),
    ),
  };
};
