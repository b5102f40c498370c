import type { DeclineCode } from '@concord/domain';

export const declineWords: Readonly<Record<DeclineCode, string>> = {
  'on-another': 'On another assessment',
  'too-far': 'Too far to be in time',
  'needs-rest': 'Needs rest',
  'conflict-of-interest': 'Conflict of interest',
  'off-duty': 'Not on duty now',
  unwell: 'Unwell',
  other: 'Another reason',
};
