import type { Agreement } from '@concord/domain';
import { Link } from '@tanstack/react-router';
import { useSession } from '../app/session';
import styles from './agreements.module.css';
import { readUnsaved } from './write/unsaved';

/** Said on a draft's other pages while this window has typed something into it that is not saved. */
export const UnsavedNotice = ({ version }: { readonly version: Agreement }) => {
  const { me } = useSession();
  if (version.state !== 'draft' || !readUnsaved(me.userId, version)) return null;
  return (
    <p className={styles.notice} data-testid="unsaved">
      You have typed into this draft and not saved it. This page shows what is saved.{' '}
      <Link to="/agreements/$agreementId/edit" params={{ agreementId: version.id }}>
        Go on writing
      </Link>
    </p>
  );
};
