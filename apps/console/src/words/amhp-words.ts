import type { CallStep, DeclineCode } from '@concord/domain';

export const declineWords: Readonly<Record<DeclineCode, string>> = {
  'on-another': 'On another assessment',
  'too-far': 'Too far to be in time',
  'needs-rest': 'Needs rest',
  'conflict-of-interest': 'Conflict of interest',
  'off-duty': 'Not on duty now',
  unwell: 'Unwell',
  other: 'Another reason',
};

/** After the name of whom it is about. */
export const callStepWords: Readonly<Record<CallStep, string>> = {
  requested: 'called for',
  offered: 'asked',
  declined: 'cannot take it',
  'offer-lapsed': 'did not answer in time',
  'offer-taken-back': 'no longer asked',
  accepted: 'accepted',
  withdrew: 'can no longer go',
  closed: 'no longer called for here',
  travelling: 'is travelling',
  'on-scene': 'is on scene',
};
