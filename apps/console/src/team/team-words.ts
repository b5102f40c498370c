import type { TeamState } from './team-row';

export const teamStateWords: Readonly<Record<TeamState, string>> = {
  free: 'Free',
  asked: 'Asked, no answer yet',
  accepted: 'Accepted',
  travelling: 'Travelling',
  'on-scene': 'On scene',
  assessing: 'Assessing',
  resting: 'Resting',
  done: 'Done',
};
