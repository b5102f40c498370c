import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMayCall } from '../app/session';
import { Nothing } from '../kit/nothing';
import styles from './agreements.module.css';
import { PageHeading, ReaderFrame } from './reader-frame';
import { useVersions } from './use-versions';
import { VersionBadge } from './version-badge';
import type { VersionRow } from './version-rows';

interface Props {
  readonly children: (row: VersionRow, rows: readonly VersionRow[]) => ReactNode;
}

const Parts = ({ row: { version, standing } }: { readonly row: VersionRow }) => {
  const mayCall = useMayCall();
  const params = { agreementId: version.id };
  return (
    <nav aria-label={`Version ${version.version}`} className={styles.parts}>
      <Link to="/agreements/$agreementId" params={params} activeOptions={{ exact: true }}>
        Read
      </Link>
      {standing === 'draft' && mayCall('editAgreement') && (
        <Link to="/agreements/$agreementId/edit" params={params}>
          Write
        </Link>
      )}
      <Link to="/agreements/$agreementId/compare" params={params}>
        Compare
      </Link>
      {mayCall('whatIf') && (
        <Link to="/agreements/$agreementId/what-if" params={params}>
          What if
        </Link>
      )}
    </nav>
  );
};

/** What stands above each page of one version: which it is, how it stands, and its other pages. */
export const VersionFrame = ({ children }: Props) => {
  const { agreementId } = useParams({ strict: false });
  const rows = useVersions();
  const row = rows?.find(({ version }) => version.id === agreementId);
  return (
    <ReaderFrame>
      <div className={styles.screen}>
        <p>
          <Link to="/agreements">All versions</Link>
        </p>
        {!rows && <p className={styles.calm}>Fetching the agreement…</p>}
        {rows && !row && (
          <>
            <PageHeading>No such version</PageHeading>
            <Nothing>This area has no such version of the agreement, or it is not yours to see.</Nothing>
          </>
        )}
        {rows && row && (
          <>
            <header className={styles.top}>
              <PageHeading>
                Version {row.version.version}: {row.version.title}
              </PageHeading>
              <VersionBadge {...row} />
            </header>
            <Parts row={row} />
            {children(row, rows)}
          </>
        )}
      </div>
    </ReaderFrame>
  );
};
