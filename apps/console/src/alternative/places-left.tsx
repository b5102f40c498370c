import type { Alternative } from '@concord/domain';
import { freshnessOf, placesLeft, plusMinutes } from '@concord/domain';
import { useAgreement } from '../live/agreement-in-force';
import { useCommand } from '../commands';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { age } from '../time/span';
import styles from './alternative-screen.module.css';

/** How many more it can take: one tap for one more or one fewer, one to say that it is still so. */
export const PlacesLeft = ({ at, places }: { readonly at: Alternative; readonly places: number }) => {
  const now = useNow();
  const rule = useAgreement()?.freshness;
  const count = useCommand('observeAlternative', `${at.name}: counted`);
  const confirm = useCommand('confirmAlternative', `${at.name}: confirmed`);
  const left = placesLeft(at);
  const saidAt = at.capacity?.observed.at;
  const fresh = rule && saidAt ? freshnessOf(at.capacity.observed, rule, now) : 'unknown';
  const due = rule && saidAt && plusMinutes(saidAt, rule.confirmAfterMinutes);
  const say = (next: number) =>
    count.send({ alternativeId: at.id }, { left: next, source: 'site', seenRevision: at.revision });
  return (
    <Card title="Places left" testId="places-left">
      {fresh === 'unknown' && (
        <p className={styles.stale}>
          {saidAt
            ? `NOT CONFIRMED ${age(saidAt, now)}: the control room sees “unknown”.`
            : 'Never said: the control room sees “unknown”.'}
        </p>
      )}
      <div className={styles.counter}>
        <CommandButton
          large
          idle
          command={count}
          aria-label="One place fewer"
          onPress={() => left !== 0 && say((left ?? places) - 1)}
        >
          −
        </CommandButton>
        <p className={styles.count} data-testid="count">
          <strong>{left ?? '?'}</strong> of {places}
        </p>
        <CommandButton
          large
          idle
          command={count}
          aria-label="One place more"
          onPress={() => (left ?? 0) < places && say((left ?? 0) + 1)}
        >
          +
        </CommandButton>
      </div>
      <CommandResult command={count} />
      {saidAt && (
        <CommandButton
          large
          look="primary"
          command={confirm}
          onPress={() => confirm.send({ alternativeId: at.id }, { source: 'site' })}
        >
          ✓ Nothing changed – confirm it
        </CommandButton>
      )}
      <CommandResult command={confirm} />
      {due && (
        <p className={styles.quiet}>
          {due < now ? `Confirmation was due at ${hourMinute(due)}.` : `Next check due ${hourMinute(due)}.`}
        </p>
      )}
    </Card>
  );
};
