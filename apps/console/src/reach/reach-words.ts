import type { Period, ReachGap, ReachGapKind, Rota, StepName } from '@concord/domain';
import { statutoryNames } from '@concord/domain';
import { afterWords, beforeEndWords, channelsWords } from '../agreements/term-words';
import { fullTime, hourMinute, londonDate } from '../time/london';
import { dutyWords } from '../words/codes';

export const gapBadge: Readonly<Record<ReachGapKind, string>> = {
  'nobody-on-call': 'Nobody on call',
  'nobody-reachable': 'Nobody reached',
  'not-everyone': 'Not everybody',
  'other-ways-only': 'Another way',
};

/** "Suite nurse or On-call manager": whoever holds any of them. */
const anyOf = (duties: ReachGap['duties']): string => duties.map((duty) => dutyWords[duty]).join(' or ');

const names = (who: ReachGap['who']): string => who.map(({ name }) => name).join(', ');

/** What is wrong, in a sentence: "Ada Lark is on call for it, with no verified contact method". */
export const wrongWords = ({ kind, duties, who, channels }: ReachGap): string => {
  const duty = anyOf(duties);
  switch (kind) {
    case 'nobody-on-call':
      return `Nobody is on call as ${duty}.`;
    case 'nobody-reachable':
      return who.length === 1
        ? `${names(who)}, on call as ${duty}, has no verified contact method.`
        : `${names(who)}, on call as ${duty}: none of them has a verified contact method.`;
    case 'not-everyone':
      return `Each must take it on, and ${names(who)}, on call as ${duty}, cannot be reached.`;
    case 'other-ways-only':
      return `${names(who)}, on call as ${duty}: reached, but not by ${channelsWords(channels)} as the step names.`;
  }
};

/** What whoever reads it can do about it. */
export const toDoWords = ({ kind, duties, who, channels }: ReachGap, rotas: readonly Rota[]): string => {
  const one = who.length === 1;
  switch (kind) {
    case 'nobody-on-call':
      return rotas.length === 0
        ? `Make a rota for ${anyOf(duties)}.`
        : `Put somebody on ${rotas.map(({ name }) => name).join(' or ')} for that time.`;
    case 'nobody-reachable':
    case 'not-everyone':
      return `Ask ${names(who)} to open “How I am reached”, add a contact method and give back its code; or put somebody else on.`;
    case 'other-ways-only':
      return `Ask ${one ? names(who) : 'one of them'} to add ${channelsWords(channels)}; or let the step call by any way.`;
  }
};

/** "Sun 22-Nov-2026 20:00 to 08:00": the day again only where it is another. */
export const periodWords = ({ from, to }: Period): string => {
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  const sameNight = hours < 24 || londonDate(from) === londonDate(to);
  return `${fullTime(from)} to ${sameNight ? hourMinute(to) : fullTime(to)}`;
};

const whereWords = (where: string | undefined): string => (where === undefined ? '' : ` (${where})`);

/** "Place of safety found: after 30 min"; with the places or districts, where others are called elsewhere. */
export const stepNameWords = (step: StepName): string => {
  switch (step.kind) {
    case 'agreed':
      return `${step.label}: ${step.afterMinutes === 0 ? 'at once' : `after ${afterWords(step.afterMinutes)}`}${whereWords(step.where)}`;
    case 'statutory':
      return `${statutoryNames[step.clock].label}: ${beforeEndWords(step.minutesBeforeEnd)}${whereWords(step.where)}`;
    case 'place-status':
      return `Status of ${step.placeName}: not confirmed for ${afterWords(step.afterMinutes)}`;
  }
};

/** Steps by name, each once, with the version where more than one is ahead; those of the law first. */
export const stepLines = (steps: readonly StepName[], versions: number): string[] => {
  const inOrder = [...steps].sort(
    (a, b) => Number(b.kind === 'statutory') - Number(a.kind === 'statutory') || a.version - b.version,
  );
  return [
    ...new Set(
      inOrder.map((step) => `${stepNameWords(step)}${versions > 1 ? ` (version ${step.version})` : ''}`),
    ),
  ];
};
