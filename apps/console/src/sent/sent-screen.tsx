import type { Notification } from '@concord/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { DeskFrame } from '../frame/desk-frame';
import { Badge } from '../kit/badge';
import { Panel } from '../kit/panel';
import { useAll, useLive, useNow } from '../live/live-context';
import { withLondonTimes } from '../time/london';
import { messageWords } from '../words/channels';
import { dutyWords } from '../words/codes';
import styles from './sent.module.css';

const stateBadge = ({ state, statutory }: Notification) => (
  <>
    {state === 'failed' && <Badge tone="over">Reached nobody</Badge>}
    {statutory && <Badge tone="law">Law</Badge>}
  </>
);

const Row = ({ message }: { readonly message: Notification }) => {
  const now = useNow();
  const { queuedAt, subject, to, duty } = message;
  return (
    <tr data-state={message.state}>
      <td className={styles.time}>{withLondonTimes(queuedAt, now)}</td>
      <td>
        {to.name}
        <br />
        <span className={styles.quiet}>{dutyWords[duty]}</span>
      </td>
      <td>
        {subject} {stateBadge(message)}
      </td>
      <td>{messageWords(message)}</td>
    </tr>
  );
};

/** What went out to people, or in an installation without providers would have, newest first. */
export const SentScreen = () => {
  const { areaId } = useLive();
  const moved = [...useAll('notification').values()].map(({ id, revision }) => `${id}${revision}`).join();
  const sent = useQuery({
    queryKey: ['sent', areaId, moved],
    queryFn: () => call('sent', { params: { areaId } }),
    placeholderData: keepPreviousData,
  });
  const messages = [...(sent.data ?? [])].reverse();
  const nothingLeaves = messages.some(({ deliveries }) =>
    deliveries.some(({ state }) => state === 'recorded'),
  );
  return (
    <DeskFrame>
      <div className={styles.screen} tabIndex={0} role="region" aria-label="Sent messages">
        <h1>Sent messages</h1>
        {nothingLeaves && (
          <p className={styles.notice}>
            No provider is configured here: nothing leaves this installation. This is what would have gone
            out.
          </p>
        )}
        <Panel title={`The latest ${messages.length}`}>
          {sent.error && <p role="alert">They could not be read: {sent.error.message}</p>}
          {sent.data?.length === 0 && <p className={styles.none}>None yet.</p>}
          {messages.length > 0 && (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">To</th>
                  <th scope="col">What</th>
                  <th scope="col">How it fared</th>
                </tr>
              </thead>
              <tbody>
                {messages.map((message) => (
                  <Row key={message.id} message={message} />
                ))}
              </tbody>
            </table>
          )}
        </Panel>
      </div>
    </DeskFrame>
  );
};
