import type { WatchReply } from '@concord/contracts';
import { boardChange, boardSnapshot } from '@concord/contracts';
import { z } from 'zod';

const watchReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), snapshot: boardSnapshot }),
  z.object({ kind: z.literal('changes'), changes: z.array(boardChange), revision: z.int() }),
  z.object({ kind: z.literal('refused'), code: z.string(), message: z.string() }),
]);

export const readWatchReply = (raw: unknown): WatchReply | { readonly kind: 'unreadable' } => {
  const read = watchReply.safeParse(raw);
  return read.success ? read.data : { kind: 'unreadable' };
};
