import type { Alternative, Expected, Incident, ReferralAnswer } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { PersonSummary } from '../incidents/person-summary';
import { ReasonForm } from '../incidents/reason-form';
import { Badge } from '../kit/badge';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Pair } from '../kit/pair';
import { useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { ago } from '../time/span';
import { referralHowWords } from '../words/codes';
import { needWords } from '../beds/place-words';
import styles from './alternative-screen.module.css';

interface Props {
  readonly at: Alternative;
  readonly expected: Expected;
  /** Who they are; gone from here once the control room has closed its side. */
  readonly incident: Incident | undefined;
}

const needs = ({ person }: Incident): string =>
  [
    ...person.needs.map((need) => needWords[need]),
    person.interpreter && `interpreter: ${person.interpreter}`,
    person.communicationNeeds,
  ]
    .filter(Boolean)
    .join(', ');

/** Somebody who has been sent here: who, by whom, and the one tap that answers. */
export const ExpectedCard = ({ at, expected, incident }: Props) => {
  const now = useNow();
  const [declining, setDeclining] = useState(false);
  const answer = useCommand('answerReferral', `${expected.incidentRef}: answered`);
  const { referralId, incidentRef, referredAt, by, how, acceptedBy } = expected;
  const say = (said: ReferralAnswer, reason = '') =>
    answer.send({ alternativeId: at.id, referralId }, { answer: said, reason });
  const needed = incident ? needs(incident) : '';
  return (
    <Card
      title={`Sent here: ${incidentRef}`}
      tone={acceptedBy === null ? 'due' : 'mine'}
      testId="expected"
      aside={
        <Badge tone={acceptedBy === null ? 'due' : 'mine'}>
          {acceptedBy === null ? 'ASKED' : 'EXPECTED'}
        </Badge>
      }
    >
      {incident ? (
        <PersonSummary incident={incident} />
      ) : (
        <p className={styles.quiet}>The control room has closed its record: ask them if you need more.</p>
      )}
      {needed && <p>Needs: {needed}</p>}
      <p className={styles.quiet}>
        {referralHowWords[how]} at {hourMinute(referredAt)} by {by.name} ({ago(referredAt, now)})
        {acceptedBy !== null && `. Taken by ${acceptedBy}`}
      </p>
      {declining ? (
        <ReasonForm
          phone
          does="Cannot take them"
          label="Why not"
          look="danger"
          command={answer}
          onSend={(reason) => say('declined', reason)}
          onStop={() => setDeclining(false)}
        />
      ) : (
        <>
          <CommandButton
            large
            look="primary"
            command={answer}
            onPress={() => say(acceptedBy === null ? 'expected' : 'arrived')}
          >
            {acceptedBy === null ? 'We expect them' : 'They have come'}
          </CommandButton>
          <Pair>
            {acceptedBy === null ? (
              <CommandButton large idle command={answer} onPress={() => say('arrived')}>
                They have come
              </CommandButton>
            ) : (
              <CommandButton large idle command={answer} onPress={() => say('did-not-come')}>
                Did not come
              </CommandButton>
            )}
            <Button large onClick={() => setDeclining(true)}>
              Cannot take them…
            </Button>
          </Pair>
          <CommandResult command={answer} />
        </>
      )}
    </Card>
  );
};
