import type { Instant, ReachGap, Rota } from '@concord/domain';
import { dayAndTime } from '@concord/domain';

const what: Readonly<Record<ReachGap['kind'], string>> = {
  'nobody-on-call': 'nobody is on call',
  'nobody-reachable': 'nobody on call can be reached',
  'not-everyone': 'not everybody who must answer can be reached',
  'other-ways-only': 'nobody can be reached as agreed',
};

/** Rotas by their names, and where there is none the duty itself. */
const whose = ({ duties, rotaIds }: ReachGap, rotas: readonly Rota[]): string => {
  const names = rotas.filter(({ id }) => rotaIds.includes(id)).map(({ name }) => name);
  const [first = '', second, ...more] =
    names.length > 0 ? names : duties.map((duty) => duty.replace(/-/g, ' '));
  if (second === undefined) return first;
  return more.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${more.length} more`;
};

/**
 * What the owner of rotas reads about them: the worst thing in words, and how many more there are. It
 * names no person: whom to give a contact method is on the screen.
 */
export const reachSubject = (gaps: readonly ReachGap[], rotas: readonly Rota[], now: Instant): string => {
  const [worst, ...more] = gaps;
  if (!worst) return '';
  const from = worst.times[0]?.from ?? now;
  const when = from <= now ? 'now' : `from ${dayAndTime(from, now)}`;
  const rest = more.length === 0 ? '' : `, and ${more.length} more to put right`;
  return `On call check: ${what[worst.kind]} ${when} for ${whose(worst, rotas)}${rest}`;
};
