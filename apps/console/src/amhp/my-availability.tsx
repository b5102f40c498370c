import { useState } from 'react';
import { useSession } from '../app/session';
import { useCommand } from '../commands';
import { Card } from '../kit/card';
import { ChipChoice } from '../kit/chips';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { TimeAheadField } from '../kit/time-ahead-field';
import { findIn } from '../incidents/around';
import { useAll, useLive, useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { readTimeAhead } from '../time/time-ahead';
import styles from './amhp-screen.module.css';

const NOT_SAID = '';

const Rest = ({ until }: { readonly until: string | null }) => {
  const { clock } = useLive();
  const now = useNow();
  const [when, setWhen] = useState('');
  const command = useCommand('sayAvailability', 'Recorded');
  const read = readTimeAhead(when, clock.now());
  if (until !== null && until > now) {
    return (
      <>
        <p className={styles.where}>
          <strong>You rest until {timeSeenFrom(until, now)}.</strong>
          <span>Nothing is offered to you before. The duty lead sees it.</span>
        </p>
        <CommandButton large command={command} onPress={() => command.send({}, { restingUntil: null })}>
          I can be asked again
        </CommandButton>
        <CommandResult command={command} />
      </>
    );
  }
  return (
    <>
      <TimeAheadField
        label="I rest until"
        value={when}
        onChange={setWhen}
        chips={['+2h', '+4h', '+8h', '+11h']}
        mayBeOpen="While you rest nothing is offered to you."
      />
      <CommandButton
        large
        command={command}
        onPress={() => 'at' in read && command.send({}, { restingUntil: read.at })}
      >
        Do not ask me until then
      </CommandButton>
      <CommandResult command={command} />
    </>
  );
};

/** Where I set out from, and that I rest: it decides what I am offered, and is folded away until I change it. */
export const MyAvailability = () => {
  const { me } = useSession();
  const { areaId } = useLive();
  const now = useNow();
  const said = findIn(useAll('availability'), ({ userId }) => userId === me.userId);
  const districts = useAll('area').get(areaId)?.districts ?? [];
  const command = useCommand('sayAvailability', 'Recorded');
  const words: Record<string, string> = { [NOT_SAID]: 'Not said' };
  for (const { name } of districts) words[name] = name;
  const resting = said?.restingUntil && said.restingUntil > now;
  return (
    <Card title={resting ? 'You are resting' : 'What I am offered'} testId="availability">
      <Rest until={said?.restingUntil ?? null} />
      <ChipChoice
        legend="I set out from"
        words={words}
        value={said?.district ?? NOT_SAID}
        onChange={(district) => command.send({}, { district: district === NOT_SAID ? null : district })}
      />
      <CommandResult command={command} />
    </Card>
  );
};
