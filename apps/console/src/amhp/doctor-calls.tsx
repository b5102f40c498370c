import type { DoctorCall, Incident } from '@concord/domain';
import { doctorCalls } from '@concord/domain';
import { useMayCall } from '../app/session';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { hourMinute } from '../time/london';
import styles from './amhp-screen.module.css';

const nthWords = { 1: 'First doctor', 2: 'Second doctor' } as const;

export const doctorWords = ({ state, doctor, since, notBefore }: DoctorCall): string => {
  if (!doctor) return 'asked for, nobody has taken it yet';
  const from = notBefore ? `, from ${hourMinute(notBefore)}` : '';
  switch (state) {
    case 'asked':
      return `asked ${doctor.name} at ${hourMinute(since)}, no answer yet`;
    case 'accepted':
      return `${doctor.name} accepted at ${hourMinute(since)}${from}`;
    case 'travelling':
      return `${doctor.name} is travelling`;
    case 'on-scene':
      return `${doctor.name} is on scene`;
  }
};

/** The section 12 doctors of an assessment, at most two: called in one tap each, and how far each is. */
export const DoctorCalls = ({
  incident,
  large,
}: {
  readonly incident: Incident;
  readonly large?: boolean;
}) => {
  const may = useMayCall();
  const calls = doctorCalls(incident.facts);
  const command = useCommand('requestDoctor', 'Doctor called');
  const mayCall = may('requestDoctor') && calls.length < 2;
  if (calls.length === 0 && !mayCall) return null;
  return (
    <div className={styles.where} data-testid="doctors">
      {calls.map((call) => (
        <p key={call.requestId}>
          <strong>{nthWords[call.nth]}:</strong> {doctorWords(call)}
        </p>
      ))}
      {mayCall && (
        <CommandButton
          large={large}
          command={command}
          onPress={() => command.send({ incidentId: incident.id }, {})}
        >
          {calls.length === 0 ? 'Call a section 12 doctor' : 'Call a second doctor'}
        </CommandButton>
      )}
      <CommandResult command={command} />
    </div>
  );
};
