import type { Instant, Side, TwoSided } from '@concord/domain';
import { timeSeenFrom } from '../time/london';

const words: Readonly<Record<Side, { readonly say: string; readonly silent: string }>> = {
  police: { say: 'police say', silent: 'police have not confirmed' },
  health: { say: 'health says', silent: 'health has not confirmed' },
};

/** "Police say 02:10; health says 02:18", or who has not said anything yet. */
export const saysWords = ({ says }: TwoSided, now: Instant): string => {
  const [first, second] = (['police', 'health'] as const).map((side) => {
    const at = says[side];
    return at === null ? words[side].silent : `${words[side].say} ${timeSeenFrom(at, now)}`;
  });
  return `${first?.replace('p', 'P')}; ${second}`;
};

const about: Readonly<Record<string, string>> = {
  arrived: 'Arrival',
  'handed-over': 'Handover',
  outcome: 'Release',
};

export const aboutWords = ({ fact }: TwoSided): string => about[fact.kind] ?? '';

/** "13 min apart". */
export const apartWords = ({ apartMinutes }: TwoSided): string => `${Math.round(apartMinutes)} min apart`;

/** Whether a side has yet to say that it is so. */
export const waitsFor = ({ waitingFor }: TwoSided, side: Side): boolean => waitingFor.includes(side);
