import type { Duty } from '../duty';

const police: readonly Duty[] = ['duty-inspector', 'superintendent'];
const trust: readonly Duty[] = ['on-call-manager', 's136-coordinator'];

/**
 * Who keeps the rotas of a duty: makes, changes and ends them and writes overrides. The AMHP lead keeps
 * those of the local authority's service and of section 12 doctors, whom the AMHP calls; the trust's
 * on-call manager and section 136 coordinator those of the trust; the force's inspector and
 * superintendent those of police. Nobody keeps one for the demo.
 */
export const rotaKeepers: Readonly<Record<Duty, readonly Duty[]>> = {
  'control-room': police,
  'duty-inspector': police,
  superintendent: police,
  'triage-crew': [...police, ...trust],
  'suite-nurse': trust,
  's136-coordinator': trust,
  'on-call-manager': trust,
  'director-on-call': trust,
  amhp: ['amhp-lead'],
  'amhp-lead': ['amhp-lead'],
  'section-12-doctor': ['amhp-lead', ...trust],
  // A provider's rota comes with the area: they are asked only about its own places, and it is nobody else's to change.
  'alternative-staff': [],
  demo: [],
};

/** Every duty that keeps some rota. */
export const keepingDuties: readonly Duty[] = [...new Set(Object.values(rotaKeepers).flat())];

/** Whether somebody with these duties keeps the rotas of a duty. */
export const keepsRota = (duties: readonly Duty[], of: Duty): boolean =>
  rotaKeepers[of].some((duty) => duties.includes(duty));
