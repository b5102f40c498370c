import type { TriageResource } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { NewIncidentForm } from '../incidents/new-incident-form';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandResult } from '../kit/command-result';

/** A crew that comes upon somebody opens the incident itself, and is on it. */
export const OpenHere = ({ car }: { readonly car: TriageResource }) => {
  const [open, setOpen] = useState(false);
  const commit = useCommand('commitResource', 'You are on it');
  return (
    <Card title="No job">
      {open ? (
        <NewIncidentForm
          phone
          caller={`${car.callsign} at scene`}
          district={car.district}
          onCancel={() => setOpen(false)}
          onOpened={(incidentId) => {
            setOpen(false);
            commit.send({ resourceId: car.id }, { incidentId, seenRevision: car.revision });
          }}
        />
      ) : (
        <Button large onClick={() => setOpen(true)}>
          Open an incident here
        </Button>
      )}
      <CommandResult command={commit} />
    </Card>
  );
};
