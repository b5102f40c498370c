import type { Fact, FactOf } from '../incident/fact';
import { refuse } from '../refusal';
import type { Refusal } from '../refusal';

/**
 * Why a detention was not lawful, if `others` show none of what it needs. s136(1C): before deciding, the
 * constable consults if practicable; advice sought afterwards is no consultation, but why none was may be
 * written down later. s135: only under a warrant, whose execution begins with entry.
 */
export const unlawfulDetention = (
  others: readonly Fact[],
  { power, happenedAt }: FactOf<'detained'>,
): Refusal | undefined => {
  const byThen = others.filter((fact) => fact.happenedAt <= happenedAt);
  if (power === 's136-removed' || power === 's136-kept') {
    const consulted =
      others.some(({ kind }) => kind === 'advice-not-practicable') ||
      byThen.some(({ kind }) => kind === 'advice-sought');
    if (consulted) return undefined;
    return refuse(
      'unlawful',
      'Record whom the officer consulted before the detention, or why that was not practicable.',
      {
        rule: 'Mental Health Act 1983 s136(1C)',
        details: { record: ['advice-sought', 'advice-not-practicable'], notAfter: happenedAt },
      },
    );
  }
  const warrant = power === 's135-2' ? 's135-2' : 's135-1';
  if (byThen.some((fact) => fact.kind === 'warrant-entered' && fact.warrant === warrant)) return undefined;
  return refuse(
    'unlawful',
    'Record first when the premises were entered under that warrant, and with whom.',
    {
      rule: warrant === 's135-2' ? 'Mental Health Act 1983 s135(2)' : 'Mental Health Act 1983 s135(1)',
      details: { record: ['warrant-entered'], warrant },
    },
  );
};
