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

const Mark = ({ many = false }: { readonly many?: boolean }) => (
  <span className={styles.mark} data-many={many || undefined} aria-hidden="true" />
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
            <Mark />
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
export const ChipSet = <Code extends string>({
  legend,
  words,
  codes,
  values,
  onChange,
  problem,
}: AnyOf<Code>) => {
  const name = useId();
  return (
    <fieldset className={styles.field} aria-describedby={problem ? `${name}-problem` : undefined}>
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
            <Mark many />
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
