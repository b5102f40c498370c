import { Link } from '@tanstack/react-router';
import styles from './record-link.module.css';

/** Opens the record as a document beside the board, which stays where it is. Its window is signed in as this one is. */
export const RecordLink = ({ incidentId }: { readonly incidentId: string }) => (
  <Link
    className={styles.link}
    to="/incident/$incidentId/record"
    params={{ incidentId }}
    target="_blank"
    rel="opener"
  >
    Printable record
  </Link>
);
