import type { KeyList } from '../keys/keys-help';

export const suiteKeys: KeyList = [
  ['1 2 3…', 'Go to that room; then:'],
  ['O C L X', 'Open, occupied, cleaning, closed'],
  ['U', 'Undo, within 10 seconds'],
  ['Enter', 'Nothing changed: confirm all (on a button, that button)'],
  ['Y', 'Accept whoever has waited longest for an answer'],
  ['F', 'Refuse them, with a reason'],
  ['Esc', 'Leave a form or a room'],
  ['?', 'This help'],
];
