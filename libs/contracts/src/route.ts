import type { z } from 'zod';
import type { Duty } from '@concord/domain';
import { duty } from './codes';

/** Who may call a route: anybody, anybody signed in, or holders of a duty in the area named in the path. */
export type Allowed = 'public' | 'signed-in' | readonly Duty[];

export interface Route<Body extends z.ZodType = z.ZodType, Reply extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST';
  /** Below `/api`; `:name` marks a parameter. */
  readonly path: string;
  readonly summary: string;
  readonly allowed: Allowed;
  readonly body?: Body;
  readonly query?: z.ZodType;
  readonly reply: Reply;
}

export const route = <Body extends z.ZodType, Reply extends z.ZodType>(
  given: Route<Body, Reply>,
): Route<Body, Reply> => given;

export const everyDuty: readonly Duty[] = duty.options;
export const controlRoom: readonly Duty[] = ['control-room', 'duty-inspector'];
export const oversight: readonly Duty[] = [
  's136-coordinator',
  'on-call-manager',
  'director-on-call',
  'superintendent',
];

export const inArea = '/areas/:areaId';
