import { Glyph } from '../kit/glyph';
import { TextField } from '../kit/text-field';
import { useNow } from '../live/live-context';
import { readBirthEntry, shownDate } from '../time/birth-entry';
import { nhsDigits, nhsShown } from './nhs-number';
import type { IdentityEntry } from './person-identity-entry';
import styles from './person-forms.module.css';

interface Props {
  readonly entry: IdentityEntry;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<IdentityEntry>) => void;
}

const inFull = (typed: string, now: string): string | undefined => {
  const birth = readBirthEntry(typed, now);
  if (!birth) return 'For example 14-Mar-1988';
  return 'problem' in birth ? birth.problem : `${shownDate(birth.date)}, ${birth.ageYears} years old`;
};

/** Name, date of birth and NHS number: kept apart from the board, each reading of them journalled. */
export const IdentityFields = ({ entry, problems, onChange }: Props) => {
  const now = useNow();
  return (
    <div className={styles.pair}>
      <TextField
        label="Name"
        problem={problems['name']}

        value={entry.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label="Date of birth"
        hint={inFull(entry.born, now)}
        problem={problems['born']}

        value={entry.born}
        onChange={(born) => onChange({ born })}
      />
      <TextField
        label="NHS number"
        problem={problems['nhsNumber']}
        inputMode="numeric"

        value={entry.nhsNumber}
        onChange={(nhsNumber) => onChange({ nhsNumber })}
        onBlur={() => onChange({ nhsNumber: nhsShown(nhsDigits(entry.nhsNumber)) })}
      />
    </div>
  );
};

interface WarningProps {
  readonly ageYears: number;
  /** They are at a police station at this moment. */
  readonly atStation?: boolean;
}

/** Said before it is sent: what being a child changes at once. */
export const ChildWarning = ({ ageYears, atStation = false }: WarningProps) => (
  <p className={styles.warning} data-testid="child-warning">
    <Glyph name="law" size={16} />
    <span>
      <strong>That makes them {ageYears}: under 18.</strong>{' '}
      {atStation
        ? 'They are at a police station, where a child may never be kept (MHA 1983 s136A). Sending this raises the alarm.'
        : 'They may never be taken to a police station (MHA 1983 s136A). If they are detained, sending this raises an alert.'}
    </span>
  </p>
);
