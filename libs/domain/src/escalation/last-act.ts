import type { Named } from '../duty';
import type { Instant } from '../instant';
import { clockTime } from '../wall-time';
import type { Escalation } from './escalation';

interface Act {
  readonly who: Named;
  readonly at: Instant;
  readonly did: string;
}

const actsOn = ({ acknowledgements, silences, snooze, goneQuiet }: Escalation): Act[] => [
  ...acknowledgements.map((said) => ({ ...said, did: 'took it on' })),
  ...silences.map((said) => ({ ...said, did: 'silenced it at their desk' })),
  ...(snooze
    ? [{ who: snooze.by, at: snooze.at, did: `put it aside until ${clockTime(snooze.until)}` }]
    : []),
  ...goneQuiet.map(({ who, at }) => ({ who, at, did: 'was not heard of, and has it no more' })),
];

/** The last that anybody did about an alarm, or that its ladder did after them, in a sentence. */
export const lastActWords = (escalation: Escalation): string => {
  const [last] = actsOn(escalation).sort((a, b) => (a.at < b.at ? 1 : -1));
  const step = escalation.steps.at(-1);
  const words = last && `${last.who.name} ${last.did} at ${clockTime(last.at)}.`;
  if (!step || (last && last.at >= step.firedAt)) return words ?? '';
  return [words, `Its next step called at ${clockTime(step.firedAt)}.`].filter(Boolean).join(' ');
};

/** Whether two images of one alarm are the same to somebody who would act on it: who has it, how bad it is, what is put aside. */
export const isSameAlarm = (one: Escalation, other: Escalation): boolean => {
  const [a, b] = [one, other].map((so) => [
    so.level,
    so.startedAt,
    so.resolvedAt,
    so.steps.length,
    so.ownedAt,
    so.acknowledgements.map(({ who, at }) => `${who.userId} ${at}`),
    so.snooze?.at ?? null,
    so.goneQuiet.length,
  ]);
  return JSON.stringify(a) === JSON.stringify(b);
};
