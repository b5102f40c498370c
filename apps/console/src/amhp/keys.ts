import type { KeyList } from '../keys/keys-help';

export const amhpKeys: KeyList = [
  ['Y', 'Accept what is asked of me'],
  ['X', 'I cannot take it: then why'],
  [']', 'The next step of what is mine'],
  ['U', 'Undo, within 10 seconds'],
  ['R', 'My rota'],
  ['Esc', 'Leave a form'],
  ['?', 'This help'],
];
