import type { Incident } from '@concord/domain';
import { lastOf, stateOf } from '@concord/domain';
import { Button } from '../kit/button';

interface Props {
  readonly incident: Incident;
  readonly onOpen: (incidentId: string) => void;
}

/** A record that was merged says where its facts are now, and leads there. */
export const MergedInto = ({ incident, onOpen }: Props) => {
  const into = lastOf(incident.facts, 'merged-into');
  if (!into || stateOf(incident.facts) !== 'merged') return null;
  return (
    <p>
      <strong>The same incident as {into.ref}.</strong> {into.reason}{' '}
      <Button look="primary" onClick={() => onOpen(into.incidentId)}>
        Open {into.ref}
      </Button>
    </p>
  );
};
