import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../kit/button';
import { Field } from '../kit/field';
import { Panel } from '../kit/panel';
import styles from './agreements.module.css';
import { ChangesTable } from './changes-table';
import { UnsavedNotice } from './unsaved-notice';
import { VersionFrame } from './version-frame';
import type { VersionRow } from './version-rows';
import { standingWords } from './version-rows';

const route = getRouteApi('/signed-in/agreements/$agreementId/compare');

/** What a version is held against unless somebody says: the one in force, or what the one in force replaced. */
const usualOther = (row: VersionRow, rows: readonly VersionRow[]): VersionRow | undefined =>
  row.standing === 'in-force'
    ? rows.find(({ version }) => version.id === row.version.basedOn)
    : rows.find(({ standing }) => standing === 'in-force');

const Chosen = ({ row, rows }: { readonly row: VersionRow; readonly rows: readonly VersionRow[] }) => {
  const { with: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const others = rows.filter((other) => other !== row);
  const other = others.find(({ version }) => version.id === asked) ?? usualOther(row, others) ?? others[0];
  if (!other) return <p className={styles.calm}>There is no other version yet to compare with this one.</p>;
  return (
    <div className={styles.body}>
      <div className={styles.asked}>
        <Field label="Compare with">
          {(ids) => (
            <select
              {...ids}
              value={other.version.id}
              onChange={(event) => void navigate({ search: { with: event.target.value }, replace: true })}
            >
              {others.map(({ version, standing }) => (
                <option key={version.id} value={version.id}>
                  Version {version.version}, {standingWords[standing].toLowerCase()}: {version.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button
          onClick={() =>
            void navigate({ params: { agreementId: other.version.id }, search: { with: row.version.id } })
          }
        >
          The other way round
        </Button>
      </div>
      <ChangesTable before={other.version} after={row.version} />
    </div>
  );
};

/** This version against another, in words, field by field. */
export const CompareScreen = () => (
  <VersionFrame>
    {(row, rows) => (
      <>
        <UnsavedNotice version={row.version} />
        <Panel title="What differs">
          <Chosen row={row} rows={rows} />
        </Panel>
      </>
    )}
  </VersionFrame>
);
