import type { Alternative } from '@concord/domain';
import { endOfDaysWork, shutWords } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ReasonForm } from '../incidents/reason-form';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Pair } from '../kit/pair';
import { useNow } from '../live/live-context';
import { shutReasons } from './shut-reasons';

/** Called off for the day, whatever the hours say, and open after all. */
export const ShutCard = ({ at }: { readonly at: Alternative }) => {
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const observe = useCommand('observeAlternative', `${at.name}: said`);
  const words = shutWords(at, now);
  const say = (reason: string | null) =>
    observe.send(
      { alternativeId: at.id },
      { shut: reason === null ? null : { reason }, source: 'site', seenRevision: at.revision },
      () => setAsking(false),
    );
  // One whose doors never close has no day that ends.
  const forTheDay = endOfDaysWork(at.hours, now) !== null;
  if (words) {
    return (
      <Card title={forTheDay ? 'Closed for the day' : 'Closed'} tone="due" testId="shut">
        <p>{words}</p>
        <CommandButton large look="primary" command={observe} onPress={() => say(null)}>
          Open after all
        </CommandButton>
        <CommandResult command={observe} />
      </Card>
    );
  }
  if (!asking) {
    return (
      <Button large onClick={() => setAsking(true)}>
        {forTheDay ? 'Closed today…' : 'Closed…'}
      </Button>
    );
  }
  return (
    <Card title={forTheDay ? 'Closed today because' : 'Closed because'} testId="shut">
      <Pair>
        {shutReasons.map((reason) => (
          <CommandButton key={reason} large idle command={observe} onPress={() => say(reason)}>
            {reason}
          </CommandButton>
        ))}
      </Pair>
      <ReasonForm
        phone
        does={forTheDay ? 'Close for today' : 'Close until we say'}
        label="Another reason"
        look="danger"
        command={observe}
        onSend={say}
        onStop={() => setAsking(false)}
      />
    </Card>
  );
};
