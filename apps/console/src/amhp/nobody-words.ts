import type { AmhpRequest } from '@concord/domain';

/** That there is nobody at all to ask, and what that means; null while somebody is on call for it. */
export const nobodyWords = ({ nobody }: AmhpRequest): string | null => {
  if (nobody === null) return null;
  return nobody.why === 'neighbour-owes'
    ? `The AMHP service of ${nobody.areaName ?? 'the neighbouring area'} owes the duty: ask it by telephone`
    : 'Nobody is on call: it is tried again every few minutes';
};
