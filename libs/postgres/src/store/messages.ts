import type { Instant, Notification } from '@concord/domain';
import type { Connection } from './rows';
import type { Tables } from './tables';

interface Claim {
  readonly limit: number;
  readonly leaseSeconds: number;
  readonly only: 'statutory' | undefined;
}

/**
 * Messages whose time has come and that nobody holds. Of two couriers that ask at once the second waits for
 * the first's row and then finds it claimed, so each message is in one pair of hands.
 */
export const claimMessages = async (
  on: Connection,
  tables: Tables,
  { limit, leaseSeconds, only }: Claim,
): Promise<Notification[]> => {
  const { rows } = await on.query<{ id: string }>({
    name: 'claim-messages',
    text: `with due as (
             select n.id from notification n left join message_claim c on c.notification_id = n.id
              where n.state = 'queued' and n.try_at <= app.now() and (n.statutory or not $3)
                and (c.until is null or c.until <= app.real_now())
              order by n.statutory desc, n.try_at, n.id limit $1
           )
           insert into message_claim (notification_id, until)
           select id, app.real_now() + make_interval(secs => $2) from due order by id
           on conflict (notification_id) do update set until = excluded.until
             where message_claim.until <= app.real_now()
           returning notification_id as id`,
    values: [limit, leaseSeconds, only === 'statutory'],
  });
  if (rows.length === 0) return [];
  // Settled between the look and the claim by whoever held it: then there is nothing left to do for it.
  const ids = rows.map(({ id }) => id);
  const queued = await tables.of('notification').find(on, { id: ids, state: 'queued' }, 'order by queued_at');
  const settled = ids.filter((id) => !queued.some((one) => one.id === id));
  await releaseMessages(on, settled);
  return queued;
};

export const releaseMessages = async (on: Connection, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await on.query({
    name: 'release-messages',
    text: 'delete from message_claim where notification_id = any($1)',
    values: [ids],
  });
};

export const ordinarySentTo = async (
  on: Connection,
  { areaId, userId, since }: { areaId: string; userId: string; since: Instant },
): Promise<Instant[]> => {
  const { rows } = await on.query<{ sent_at: Date }>({
    name: 'ordinary-sent-to',
    text: `select distinct sent_at from notification
            where area_id = $1 and sent_at > $3 and recipient->>'userId' = $2 and not statutory`,
    values: [areaId, userId, since],
  });
  return rows.map(({ sent_at }) => sent_at.toISOString());
};

export const messagesUnder = async (
  on: Connection,
  reference: string,
): Promise<{ areaId: string; id: string }[]> => {
  const { rows } = await on.query<{ areaId: string; id: string }>({
    name: 'messages-under',
    // Notify gives up on a message after three days.
    text: `select area_id as "areaId", id from notification
            where sent_at > app.now() - interval '4 days' and deliveries @> $1::jsonb order by id`,
    values: [JSON.stringify([{ id: reference }])],
  });
  return rows;
};

/** Which of these a courier has in hand. */
export const claimedOf = async (
  on: Connection,
  messages: readonly Notification[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await on.query<{ id: string }>({
    name: 'claimed-messages',
    text: `select notification_id as id from message_claim
            where notification_id = any($1) and until > app.real_now()`,
    values: [messages.map(({ id }) => id)],
  });
  return new Set(rows.map(({ id }) => id));
};

/** Steps of these that called somebody for whom there is no message of that step. */
export const untoldOf = async (
  on: Connection,
  escalations: readonly { readonly id: string }[],
): Promise<{ escalationId: string; dueAt: Instant }[]> => {
  const { rows } = await on.query<{ escalationId: string; dueAt: Instant }>({
    name: 'untold-steps',
    text: `select distinct e.id as "escalationId", step->>'dueAt' as "dueAt"
             from escalation e
             cross join lateral jsonb_array_elements(e.steps::jsonb) as step
             cross join lateral jsonb_array_elements(step->'called') as called
            where e.id = any($1) and not exists (
              select 1 from notification n
               where n.escalation_id = e.id and n.recipient->>'userId' = called->'who'->>'userId'
                 and n.queued_at = (step->>'firedAt')::timestamptz)`,
    values: [escalations.map(({ id }) => id)],
  });
  return rows;
};
