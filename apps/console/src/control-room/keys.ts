import type { KeyList } from '../keys/keys-help';

export const controlRoomKeys: KeyList = [
  ['↑ ↓ or J K', 'Move through the incidents'],
  ['T', 'Record the next thing that happened'],
  ['P', 'Places of safety, best first; then Enter holds the best'],
  ['1 – 9 in places', 'Hold the place with that number'],
  ['V', 'Instead of a detention, best first; then Enter refers the person there'],
  ['A', 'Ask the AMHP service to attend'],
  ['C', 'Commit a car'],
  ['L I Y D R', 'Law and clocks, person and care, journey, police station, record: what else can be said'],
  ['N', 'New incident'],
  ['O', 'Own the first alarm that nobody has'],
  ['S', 'Silence it at this desk: it stays nobody’s'],
  ['Z', 'Put it aside for some minutes, with a reason'],
  ['Space', 'Freeze the board, and thaw it'],
  ['1 – 4 on the board', 'All, due or over, no place, no AMHP'],
  ['Esc', 'Leave a form or a list; back to the board'],
  ['?', 'This help'],
];
