import { Link } from '@tanstack/react-router';

/** Opens the printable record beside the board, which stays where it is. */
export const RecordLink = ({ incidentId }: { readonly incidentId: string }) => (
  <Link to="/incident/$incidentId/record" params={{ incidentId }} target="_blank" rel="noopener">
    Record
  </Link>
);
