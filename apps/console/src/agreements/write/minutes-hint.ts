import { spanWords } from '../../words/line';

export const minutesHint = (minutes: number): string | undefined =>
  Number.isFinite(minutes) && Math.abs(minutes) >= 60 ? spanWords(Math.abs(minutes)) : undefined;
