import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { MessagePage } from '../app/message-page';
import { screenWords } from '../app/screens';
import { useSession } from '../app/session';
import { ConnectionBanner, ConnectionChip } from '../frame/connection';
import { Marking } from '../frame/marking';
import { Button } from '../kit/button';
import { useBoardRevision } from '../live/live-context';
import './page.css';
import { RecordSheet } from './record-sheet';
import styles from './record.module.css';
import { useRecord } from './use-record';

const route = getRouteApi('/signed-in/incident/$incidentId/record');

/** The record of one incident as a document: on the screen as it will be printed, and live until then. */
export const RecordScreen = () => {
  const { incidentId } = route.useParams();
  const { me } = useSession();
  const parts = useRecord(incidentId);
  const boardRevision = useBoardRevision();
  // Without the board there is no agreement to hold the waits against: half a record is none.
  const whole = parts.incident && boardRevision !== null && { incident: parts.incident, boardRevision };
  const ref = parts.incident?.ref;
  useEffect(() => {
    if (!ref) return;
    const before = document.title;
    // What the browser offers as the name of the file: a reference, never a person.
    document.title = `Incident record ${ref}`;
    return () => {
      document.title = before;
    };
  }, [ref]);

  if (parts.missing === 'none') {
    return (
      <MessagePage title="There is no such record">
        <p>It is not there, or it does not concern your duties.</p>
        <p>
          <a href={`/${me.screen}`}>Go to {screenWords[me.screen].toLowerCase()}</a>
        </p>
      </MessagePage>
    );
  }
  return (
    <div className={styles.desk}>
      <Marking />
      <header className={styles.bar}>
        <a href={`/${me.screen}`}>Back to {screenWords[me.screen].toLowerCase()}</a>
        <ConnectionChip />
        <Button look="primary" disabled={!whole} onClick={() => window.print()}>
          Print, or save as PDF
        </Button>
      </header>
      <ConnectionBanner />
      <main className={styles.sheet}>
        {whole ? <RecordSheet {...parts} {...whole} /> : <p>Being read.</p>}
      </main>
      <Marking />
    </div>
  );
};
