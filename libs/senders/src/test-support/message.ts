import type { Outgoing } from '@concord/coordination';

/** An alarm to an AMHP, as the courier hands it over. */
export const alarm: Outgoing = {
  id: '6f2c1f8a-5a8e-4a06-9d43-0a6b3f2f9c11',
  to: 'Priya Nair',
  role: 'amhp',
  glance: 'HV-1042',
  subject: 'HV-1042: AMHP attends due, 120 min after it began',
  body: 'Open Concord to see it and to own it.',
};
