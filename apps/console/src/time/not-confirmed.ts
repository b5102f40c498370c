import type { Instant, Observation } from '@concord/domain';
import { isUntold } from '@concord/domain';
import { age } from './span';

/** "NOT CONFIRMED 1:12 h", or that there has never been anything to confirm. */
export const notConfirmed = (observed: Observation, now: Instant): string =>
  isUntold(observed) ? 'NOTHING SAID YET' : `NOT CONFIRMED ${age(observed.at, now)}`;
