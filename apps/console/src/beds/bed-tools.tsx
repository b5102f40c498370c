import { Button } from '../kit/button';
import styles from './beds.module.css';
import type { SiteFilter, SiteSort } from './site-order';
import { siteFilterNames, siteFilters, siteSorts, siteSortWords } from './site-order';
import type { SiteRow } from './site-rows';

interface Props {
  readonly rows: readonly SiteRow[];
  readonly districts: readonly string[];
  readonly show: SiteFilter;
  readonly sort: SiteSort;
  readonly district: string | undefined;
  readonly onChange: (to: {
    show?: SiteFilter | undefined;
    district?: string | undefined;
    sort?: SiteSort | undefined;
  }) => void;
}

/** Which suites, and on paper. */
export const BedTools = ({ rows, districts, show, sort, district, onChange }: Props) => (
  <div className={styles.tools} data-tools="">
    <div role="group" aria-label="Which suites" className={styles.filters}>
      {siteFilterNames.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.filter}
          aria-pressed={show === name}
          onClick={() => onChange({ show: name === 'all' ? undefined : name })}
        >
          {siteFilters[name].label} <strong>{rows.filter(siteFilters[name].fits).length}</strong>
        </button>
      ))}
    </div>
    {districts.length > 1 && (
      <select
        aria-label="District"
        className={styles.select}
        value={district ?? ''}
        onChange={(event) => onChange({ district: event.target.value || undefined })}
      >
        <option value="">All districts</option>
        {districts.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    )}
    <select
      aria-label="Order"
      className={`${styles.select} ${styles.order}`}
      value={sort}
      onChange={(event) => onChange({ sort: event.target.value as SiteSort })}
    >
      {siteSorts.map((by) => (
        <option key={by} value={by}>
          {siteSortWords[by]}
        </option>
      ))}
    </select>
    <Button onClick={() => window.print()}>Print</Button>
  </div>
);
