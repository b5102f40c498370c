import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call';
import { refusalWords } from '../api/refusal-words';
import { useMayCall } from '../app/session';
import { Button } from '../kit/button';
import { useConnected, useLive } from '../live/live-context';
import { shownDate } from '../time/birth-entry';
import { nhsShown } from './nhs-number';
import styles from './person-identity.module.css';

/** Who the person is, only when somebody asks: the reading is recorded, and it is not kept on the screen. */
export const PersonIdentity = ({ incidentId }: { readonly incidentId: string }) => {
  const mayCall = useMayCall();
  const connected = useConnected();
  const { areaId, clock } = useLive();
  const read = useMutation({
    mutationFn: () => call('person', { params: { areaId, incidentId } }),
    networkMode: 'always',
  });
  if (!mayCall('person')) return null;
  return (
    <div className={styles.identity}>
      {read.data ? (
        <dl className={styles.list}>
          <dt>Name</dt>
          <dd>{read.data.name ?? 'Not known'}</dd>
          <dt>Born</dt>
          <dd>{read.data.dateOfBirth ? shownDate(read.data.dateOfBirth) : 'Not known'}</dd>
          <dt>NHS number</dt>
          <dd>{read.data.nhsNumber ? nhsShown(read.data.nhsNumber) : 'Not known'}</dd>
        </dl>
      ) : (
        <Button look="quiet" disabled={read.isPending || !connected} onClick={() => read.mutate()}>
          Show name (the reading is recorded)
        </Button>
      )}
      {read.error && <p>{refusalWords(read.error, clock.now()).says}</p>}
    </div>
  );
};
