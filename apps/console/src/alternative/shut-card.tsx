import type { Alternative } from '@concord/domain';
import { shutWords } from '@concord/domain';
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
  if (words) {
    return (
      <Card title="Closed for the day" tone="due" testId="shut">
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
        Closed today…
      </Button>
    );
  }
  return (
    <Card title="Closed today because" testId="shut">
      <Pair>
        {shutReasons.map((reason) => (
          <CommandButton key={reason} large idle command={observe} onPress={() => say(reason)}>
            {reason}
          </CommandButton>
        ))}
      </Pair>
      <ReasonForm
        phone
        does="Close for today"
        label="Another reason"
        look="danger"
        command={observe}
        onSend={say}
        onStop={() => setAsking(false)}
      />
    </Card>
  );
};
