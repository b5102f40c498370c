import type { AmhpRequest } from '@concord/domain';
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

export const calledWords = ({ calls, nth }: AmhpRequest): string =>
  calls === 'amhp' ? 'AMHP' : nth === 1 ? 'Section 12 doctor' : 'Second doctor';
