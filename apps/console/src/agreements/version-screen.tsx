import { useMayCall } from '../app/session';
import { fullTime } from '../time/london';
import styles from './agreements.module.css';
import { ApprovePanel } from './approve-panel';
import { DraftButton } from './draft-button';
import { UnsavedNotice } from './unsaved-notice';
import { VersionDocument } from './version-document';
import { VersionFrame } from './version-frame';
import type { VersionRow } from './version-rows';
import { WithdrawPanel } from './withdraw-panel';

const standingLine = ({ version, standing, until }: VersionRow): string => {
  const from = fullTime(version.effectiveFrom);
  const end = until ? ` Another takes its place on ${fullTime(until)}.` : '';
  const approved = version.approved ? ` Approved by ${version.approved.by.name}.` : '';
  switch (standing) {
    case 'in-force':
      return `In force since ${from}.${approved}${end} Incidents opened now are bound by it.`;
    case 'scheduled':
      return `Approved, and takes effect on ${from}.${approved}${end} Incidents opened before keep the version before.`;
    case 'draft':
      return `A draft: it binds nobody. Written by ${version.authors.map(({ name }) => name).join(', ')}.`;
    case 'replaced':
      return `No longer in force${until ? ` since ${fullTime(until)}` : ''}. Incidents opened under it keep it.`;
    case 'withdrawn':
      return `Withdrawn${version.withdrawn ? ` by ${version.withdrawn.by.name}: ${version.withdrawn.reason}` : ''}. It never took effect.`;
  }
};

/** One version: how it stands, what may be done with it, and the whole of what it says. */
export const VersionScreen = () => {
  const mayDraft = useMayCall()('draftAgreement');
  return (
    <VersionFrame>
      {(row, rows) => (
        <>
          <p className={styles.note}>{standingLine(row)}</p>
          <UnsavedNotice version={row.version} />
          {row.standing === 'draft' && (
            <ApprovePanel
              draft={row.version}
              inForce={rows.find(({ standing }) => standing === 'in-force')?.version}
              versions={rows.map(({ version }) => version)}
            />
          )}
          <WithdrawPanel key={row.version.id} version={row.version} />
          {mayDraft && (
            <div>
              <DraftButton base={row.version} />
            </div>
          )}
          <VersionDocument agreement={row.version} />
        </>
      )}
    </VersionFrame>
  );
};
