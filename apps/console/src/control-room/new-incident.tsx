import { NewIncidentForm } from '../incidents/new-incident-form';
import { Panel } from '../kit/panel';
import styles from './new-incident.module.css';

interface Props {
  readonly onOpened: (incidentId: string) => void;
  readonly onCancel: () => void;
}

export const NewIncident = (props: Props) => (
  <Panel title="New incident" fill>
    <div className={styles.body}>
      <NewIncidentForm {...props} />
    </div>
  </Panel>
);
