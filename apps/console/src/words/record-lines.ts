import type { LinesFor } from './line';

type Kinds =
  | 'confirmed'
  | 'disputed'
  | 'recorded-in-error'
  | 'incident-in-error'
  | 'merged-in'
  | 'merged-into'
  | 'unmerged';

export const recordLines: LinesFor<Kinds> = {
  confirmed: () => 'Confirmed',
  disputed: ({ reason }) => `Another time given: ${reason}`,
  'recorded-in-error': () => 'Taken back',
  'incident-in-error': ({ reason }) => `This record was opened in error: ${reason}`,
  'merged-in': ({ ref, reason }) => `${ref} is the same incident: its facts are here now. ${reason}`,
  'merged-into': ({ ref, reason }) => `Same incident as ${ref}, where the facts are now. ${reason}`,
  unmerged: ({ ref, reason }) => `Taken apart from ${ref} again: ${reason}`,
};
