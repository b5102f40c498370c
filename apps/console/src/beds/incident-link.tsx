import { Link } from '@tanstack/react-router';
import styles from './beds.module.css';

/** To the incident on the board. */
export const IncidentLink = ({ id, incidentRef }: { readonly id: string; readonly incidentRef: string }) => (
  <Link to="/console" search={{ incident: id }} className={styles.ref}>
    {incidentRef}
  </Link>
);
