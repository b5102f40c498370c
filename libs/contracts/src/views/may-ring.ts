import type { Duty } from '@concord/domain';
import type { Viewer } from './viewer';

/**
 * Whose telephone number each audience is told while they are on call: those whom its own work makes it
 * ring. A name is on every board that shows the rotas; a number is somebody's own.
 */
const rungBy: Readonly<Record<Viewer['audience'], readonly Duty[] | 'everybody'>> = {
  'control-room': 'everybody',
  suite: [
    'control-room',
    'duty-inspector',
    's136-coordinator',
    'on-call-manager',
    'amhp-lead',
    'section-12-doctor',
  ],
  amhp: [
    'control-room',
    'duty-inspector',
    's136-coordinator',
    'on-call-manager',
    'amhp',
    'amhp-lead',
    'section-12-doctor',
    'suite-nurse',
  ],
  crew: ['control-room', 'duty-inspector', 's136-coordinator', 'suite-nurse', 'amhp-lead'],
  alternative: [],
};

/** Whether somebody of this audience is told the number of whoever is on call for a duty. */
export const mayRing = (viewer: Viewer | undefined, duty: Duty): boolean => {
  const rung = viewer ? rungBy[viewer.audience] : [];
  return rung === 'everybody' || rung.includes(duty);
};
