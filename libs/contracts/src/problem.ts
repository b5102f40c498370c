import { z } from 'zod';

/** RFC 9457 problem document: what every refusal looks like on the wire. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The refusal code, or `invalid` for a request that does not have the right shape. */
  code: z.string(),
  /** The Act, regulation, Code paragraph or agreement that forbids it. */
  rule: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  /** For `invalid`: each field at fault and what it needs. */
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
