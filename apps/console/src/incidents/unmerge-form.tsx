import type { Incident } from '@concord/domain';
import { useCommand } from '../commands';
import type { Step } from './next-steps';
import { ReasonForm } from './reason-form';

interface Props {
  readonly step: Extract<Step, { kind: 'unmerge' }>;
  readonly incident: Incident;
  readonly phone: boolean;
  readonly onStop: () => void;
}

/** They were two incidents after all: each record has its own facts and clocks again. */
export const UnmergeForm = ({ step: { keptId, otherId, ref }, incident, phone, onStop }: Props) => {
  const command = useCommand('unmergeIncidents', `${incident.ref} and ${ref}: taken apart`);
  return (
    <ReasonForm
      does="Take them apart"
      look="danger"
      label={`Why ${incident.ref} and ${ref} are two incidents`}
      phone={phone}
      command={command}
      onSend={(reason) => command.send({ incidentId: keptId }, { otherIncidentId: otherId, reason }, onStop)}
      onStop={onStop}
    >
      <p>Each record has its own facts again, and its own clocks run on from them.</p>
    </ReasonForm>
  );
};
