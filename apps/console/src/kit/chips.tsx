import { useId } from 'react';
import styles from './field.module.css';

interface Shared<Code extends string> {
  readonly legend: string;
  readonly words: Readonly<Record<Code, string>>;
  readonly codes?: readonly Code[] | undefined;
  readonly problem?: string | undefined;
}

interface OneOf<Code extends string> extends Shared<Code> {
  readonly value: Code | undefined;
  readonly onChange: (code: Code) => void;
}

interface AnyOf<Code extends string> extends Shared<Code> {
  readonly values: readonly Code[];
  readonly onChange: (codes: Code[]) => void;
}

const Tick = ({ on }: { readonly on: boolean }) => (
  <span className={styles.tick} aria-hidden="true">
    {on ? '✓' : ''}
  </span>
);

/** One of a few codes, all of them in sight. A radio group that looks like chips. */
export const ChipChoice = <Code extends string>({
  legend,
  words,
  codes,
  value,
  onChange,
  problem,
}: OneOf<Code>) => {
  const name = useId();
  return (
    <fieldset className={styles.field} aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.chips}>
        {(codes ?? (Object.keys(words) as Code[])).map((code) => (
          <label key={code} className={styles.chip}>
            <input type="radio" name={name} checked={value === code} onChange={() => onChange(code)} />
            <Tick on={value === code} />
            {words[code]}
          </label>
        ))}
      </div>
      {problem && (
        <p id={`${name}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  );
};

/** Any of a few codes. */
export const ChipSet = <Code extends string>({ legend, words, codes, values, onChange }: AnyOf<Code>) => (
  <fieldset className={styles.field}>
    <legend className={styles.legend}>{legend}</legend>
    <div className={styles.chips}>
      {(codes ?? (Object.keys(words) as Code[])).map((code) => (
        <label key={code} className={styles.chip}>
          <input
            type="checkbox"
            checked={values.includes(code)}
            onChange={(event) =>
              onChange(event.target.checked ? [...values, code] : values.filter((other) => other !== code))
            }
          />
          <Tick on={values.includes(code)} />
          {words[code]}
        </label>
      ))}
    </div>
  </fieldset>
);
