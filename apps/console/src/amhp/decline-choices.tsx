import type { AmhpRequest, DeclineCode } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { ReasonField } from '../incidents/reason-field';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Pair } from '../kit/pair';
import { declineWords } from '../words/amhp-words';

const codes = Object.keys(declineWords) as DeclineCode[];

/** Two taps in all: it goes to the next on call at once. Only "another reason" has to be written. */
export const DeclineChoices = ({
  request,
  onBack,
}: {
  readonly request: AmhpRequest;
  readonly onBack: () => void;
}) => {
  const [writing, setWriting] = useState(false);
  const [reason, setReason] = useState('');
  const decline = useCommand('declineOffer', `${request.incidentRef}: passed on`);
  const send = (code: DeclineCode) =>
    decline.send({ requestId: request.id }, { code, reason, seenRevision: request.revision });
  return (
    <>
      {writing ? (
        <>
          <ReasonField
            label="Why you cannot take it"
            hint="Only the duty lead and the control room read it."
            value={reason}
            onChange={setReason}
          />
          <CommandButton large command={decline} onPress={() => send('other')}>
            Pass it on
          </CommandButton>
        </>
      ) : (
        <Pair>
          {codes.map((code) => (
            <CommandButton
              key={code}
              large
              idle
              command={decline}
              onPress={() => (code === 'other' ? setWriting(true) : send(code))}
            >
              {declineWords[code]}
            </CommandButton>
          ))}
        </Pair>
      )}
      <Button large onClick={onBack}>
        Back
      </Button>
      <CommandResult command={decline} />
    </>
  );
};
