import type { Actor, Period, PlanDifference, Refusal, Rota } from '@concord/domain';
import { impossible, planDifference, refused, temporaryAdded } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { nameOf, notFound } from '../command';
import type { PersonInArea, Store } from '../ports';
import { keepingRota, notKeeper } from './changing-rota';
import type { CsvReader, RowError } from './read-shifts';
import { readShifts } from './read-shifts';

type Input = Given<CommandOf<'importShifts'> & { readonly rotaId: string }>;

export interface ImportAnswer {
  readonly applied: boolean;
  readonly shifts: number;
  readonly errors: readonly RowError[];
  /** Who would be on in whose place: of a dry run. */
  readonly changes: readonly PlanDifference[];
}

const around = (shifts: readonly Period[]): Period => ({
  from: shifts.map(({ from }) => from).sort()[0] ?? '',
  to:
    shifts
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '',
});

const withShifts = (
  rota: Rota,
  { name, why }: Pick<Input, 'name' | 'why'>,
  shifts: ReturnType<typeof readShifts>['shifts'],
  made: { id: string; by: Actor; at: string },
): Rota | Refusal =>
  temporaryAdded(
    rota,
    { id: made.id, name, why, by: nameOf(made.by), madeAt: made.at, ...around(shifts), shifts },
    made.at,
  );

const holding = (rota: Rota, people: readonly PersonInArea[]): PersonInArea[] =>
  people.filter(({ duties }) => duties.includes(rota.duty));

/** What importing a file would do: every cell at fault, or who would be on in whose place. Nothing is written. */
const tried = async (
  store: Store,
  actor: Actor,
  input: Input,
  readCsv: CsvReader,
): Promise<ImportAnswer | Refusal> => {
  const rota = await store.get(actor.areaId, 'rota', input.rotaId);
  if (!rota) return notFound('rota');
  const no = notKeeper(actor, rota.duty);
  if (no) return no;
  const now = await store.now();
  const people = holding(rota, await store.people(actor.areaId));
  const { shifts, errors } = readShifts(readCsv(input.csv), people, now);
  if (errors.length > 0) return { applied: false, shifts: shifts.length, errors, changes: [] };
  const after = withShifts(rota, input, shifts, { id: rota.id, by: actor, at: now });
  if (refused(after)) return after;
  const changes = planDifference(rota, after, around(shifts));
  return { applied: false, shifts: shifts.length, errors: [], changes };
};

/**
 * Shifts from a CSV file as a temporary rota from the first of them, or from now, to the last. Without `apply` it is a
 * dry run. With it, all of the file or nothing: refuses `rota-impossible` with every cell at fault.
 */
export const importShifts = async (
  store: Store,
  actor: Actor,
  input: Input,
  readCsv: CsvReader,
): Promise<ImportAnswer | Refusal> => {
  if (!input.apply) return tried(store, actor, input, readCsv);
  const people = await store.people(actor.areaId);
  const rota = await keepingRota(store, actor, 'import-shifts', input, (before, tx) => {
    const { shifts, errors } = readShifts(readCsv(input.csv), holding(before, people), tx.now);
    const faults = errors.map(({ line, column, message }) => ({ field: `line ${line}, ${column}`, message }));
    return impossible(faults) ?? withShifts(before, input, shifts, { id: tx.newId(), by: actor, at: tx.now });
  });
  if (refused(rota)) return rota;
  return { applied: true, shifts: rota.temporary.at(-1)?.shifts.length ?? 0, errors: [], changes: [] };
};
