import type { AmhpRequest } from '@concord/domain';

/** Why there is nobody to ask, and what that means. */
export const nobodyWords = ({ nobody }: AmhpRequest): string => {
  if (nobody === null) return 'Nobody on call can be asked now: it is tried again as soon as somebody can';
  return nobody.why === 'neighbour-owes'
    ? `The AMHP service of ${nobody.areaName ?? 'the neighbouring area'} owes the duty: ask it by telephone`
    : 'Nobody is on call: it is tried again as soon as somebody is';
};
