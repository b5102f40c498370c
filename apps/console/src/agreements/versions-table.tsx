import type { Agreement } from '@concord/domain';
import { Link } from '@tanstack/react-router';
import { useMayCall } from '../app/session';
import { useLive, useAll } from '../live/live-context';
import { fullTime } from '../time/london';
import styles from './agreements.module.css';
import { DraftButton } from './draft-button';
import { partyNames } from './party-names';
import { VersionBadge } from './version-badge';
import type { VersionRow } from './version-rows';

/** Who answers for it as it stands: whoever wrote the draft, approved it or withdrew it. */
const byWords = ({ authors, approved, withdrawn }: Agreement): string => {
  const written = authors.length > 0 ? `Written by ${authors.map(({ name }) => name).join(', ')}` : '';
  if (withdrawn)
    return `${written ? `${written}. ` : ''}Withdrawn by ${withdrawn.by.name}: ${withdrawn.reason}`;
  if (approved) return `${written}. Approved by ${approved.by.name}, ${fullTime(approved.at)}`;
  return written || 'Set up with the area';
};

const datesWords = ({ version, standing, until }: VersionRow): string => {
  const from = fullTime(version.effectiveFrom);
  switch (standing) {
    case 'in-force':
      return until ? `since ${from}, until ${fullTime(until)}` : `since ${from}`;
    case 'scheduled':
      return `from ${from}`;
    case 'replaced':
      return `${from} to ${until ? fullTime(until) : 'now'}`;
    case 'draft':
      return 'binds nobody yet';
    case 'withdrawn':
      return 'never took effect';
  }
};

const Line = ({ row, mayDraft }: { readonly row: VersionRow; readonly mayDraft: boolean }) => {
  const { version, standing } = row;
  const { areaId } = useLive();
  const agencies = useAll('area').get(areaId)?.agencies ?? [];
  return (
    <tr data-standing={standing} data-version={version.version}>
      <td className={styles.badges}>
        <VersionBadge {...row} />
      </td>
      <th scope="row">
        <Link to="/agreements/$agreementId" params={{ agreementId: version.id }}>
          Version {version.version}: {version.title}
        </Link>
      </th>
      <td>{datesWords(row)}</td>
      <td>{partyNames(version, agencies).join(', ')}</td>
      <td>{byWords(version)}</td>
      {mayDraft && (
        <td>
          <DraftButton base={version} />
        </td>
      )}
    </tr>
  );
};

/** The versions, each with how it stands, when it binds, whom it binds and on whose word. */
export const VersionsTable = ({ rows }: { readonly rows: readonly VersionRow[] }) => {
  const mayDraft = useMayCall()('draftAgreement');
  return (
    <div className={styles.scrolls} tabIndex={0} role="region" aria-label="Versions of the agreement">
      <table className={styles.table}>
        <thead>
          <tr>
            {['Standing', 'Version', 'In force', 'Parties', 'On whose word'].map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
            {mayDraft && <th scope="col">Next</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.version.id} row={row} mayDraft={mayDraft} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
