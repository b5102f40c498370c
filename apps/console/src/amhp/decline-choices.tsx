import type { AmhpRequest } from '@concord/domain';
import { useCommand } from '../commands';
import { Button } from '../kit/button';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Pair } from '../kit/pair';

const reasons = [
  'On another assessment',
  'Too far to be in time',
  'Conflict of interest',
  'Not able to work now',
];

/** Two taps in all: it goes to the next on call at once. */
export const DeclineChoices = ({
  request,
  onBack,
}: {
  readonly request: AmhpRequest;
  readonly onBack: () => void;
}) => {
  const decline = useCommand('declineOffer', `${request.incidentRef}: passed on`);
  return (
    <>
      <Pair>
        {reasons.map((reason) => (
          <CommandButton
            key={reason}
            large
            idle
            command={decline}
            onPress={() =>
              decline.send({ requestId: request.id }, { reason, seenRevision: request.revision })
            }
          >
            {reason}
          </CommandButton>
        ))}
      </Pair>
      <Button large onClick={onBack}>
        Back
      </Button>
      <CommandResult command={decline} />
    </>
  );
};
