import type { Incident } from '@concord/domain';
import { doctorCalls, isDetained } from '@concord/domain';
import { useMayCall } from '../app/session';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';

/** A section 12 doctor called in one tap, and a second while the first is live; they are found like an AMHP. */
export const CallDoctor = ({
  incident,
  large = false,
}: {
  readonly incident: Incident;
  readonly large?: boolean;
}) => {
  const may = useMayCall();
  const called = doctorCalls(incident.facts).length;
  const command = useCommand('requestDoctor', 'Doctor called');
  if (!may('requestDoctor') || called > 1 || !isDetained(incident.facts)) return null;
  return (
    <>
      <CommandButton
        large={large}
        command={command}
        onPress={() => command.send({ incidentId: incident.id }, {})}
      >
        {called === 0 ? 'Call a section 12 doctor' : 'Call a second doctor'}
      </CommandButton>
      <CommandResult command={command} />
    </>
  );
};
