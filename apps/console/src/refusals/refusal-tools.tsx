import type { RefusalReason } from '@concord/domain';
import styles from '../beds/beds.module.css';
import { Button } from '../kit/button';
import { refusalReasonWords } from '../words/codes';
import type { RefusalLine } from './refusal-line';
import { refusalsCsv } from './refusals-csv';

interface Props {
  readonly lines: readonly RefusalLine[];
  readonly shown: readonly RefusalLine[];
  readonly place: string | undefined;
  readonly reason: RefusalReason | undefined;
  readonly onChange: (to: { place?: string | undefined; reason?: RefusalReason | undefined }) => void;
}

const download = (lines: readonly RefusalLine[]): void => {
  const url = URL.createObjectURL(new Blob([refusalsCsv(lines)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'refusals.csv';
  link.click();
  URL.revokeObjectURL(url);
};

/** Whose refusals, for which reason; and out, as a file or on paper. */
export const RefusalTools = ({ lines, shown, place, reason, onChange }: Props) => {
  const places = [...new Map(lines.map(({ placeId, placeName }) => [placeId, placeName]))].sort((a, b) =>
    a[1].localeCompare(b[1]),
  );
  const reasons = [...new Set(lines.map((line) => line.reason))].sort();
  return (
    <div className={styles.tools} data-tools="">
      <select
        aria-label="Place"
        className={styles.select}
        value={place ?? ''}
        onChange={(event) => onChange({ place: event.target.value || undefined })}
      >
        <option value="">All places</option>
        {places.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="Reason"
        className={styles.select}
        value={reason ?? ''}
        onChange={(event) => onChange({ reason: reasons.find((one) => one === event.target.value) })}
      >
        <option value="">All reasons</option>
        {reasons.map((one) => (
          <option key={one} value={one}>
            {refusalReasonWords[one]}
          </option>
        ))}
      </select>
      <Button onClick={() => download(shown)}>Download CSV</Button>
      <Button onClick={() => window.print()}>Print</Button>
    </div>
  );
};
