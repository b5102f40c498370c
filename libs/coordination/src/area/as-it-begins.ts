import type { AreaDefinition } from '@concord/contracts';
import type { Observation } from '@concord/domain';
import { CONCORD } from '../command';
import type { AreaTransaction } from '../ports';

/**
 * What a demo's rooms are as its story begins is told by whoever made it up. Of a real area nobody has said
 * anything: its rooms are unknown until they do.
 */
export const asItBegins = ({ now: at }: AreaTransaction, { area }: AreaDefinition): Observation =>
  area.demo
    ? { at, by: { ...CONCORD, name: 'Concord (demo)' }, source: 'system' }
    : { at, by: CONCORD, source: 'set-up' };
