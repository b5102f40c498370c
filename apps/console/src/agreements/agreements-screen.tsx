import { useMayCall } from '../app/session';
import { Panel } from '../kit/panel';
import styles from './agreements.module.css';
import { PageHeading, ReaderFrame } from './reader-frame';
import { useVersions } from './use-versions';
import { VersionsTable } from './versions-table';

/** Every version of what the agencies agreed: in force, to come, being written, and those that were. */
export const AgreementsScreen = () => {
  const rows = useVersions();
  const mayDraft = useMayCall()('draftAgreement');
  return (
    <ReaderFrame>
      <div className={styles.screen}>
        <PageHeading>Agreement</PageHeading>
        <p className={styles.note}>
          What the agencies of this area agreed: how long each wait may last and who is called when it lasts
          longer. An incident keeps the version it began under. The limits of the law are not in it.
        </p>
        <Panel title="Versions">
          {rows ? <VersionsTable rows={rows} /> : <p className={styles.calm}>Fetching the agreement…</p>}
          {rows?.length === 0 && <p className={styles.calm}>This area has no agreement yet.</p>}
        </Panel>
        {!mayDraft && (
          <p className={styles.note}>
            The s136 coordinator, the managers, directors, superintendents, inspectors and AMHP leads write
            and approve versions, never one of them alone.
          </p>
        )}
      </div>
    </ReaderFrame>
  );
};
