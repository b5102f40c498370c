import type { ReactNode, Ref } from 'react';
import { useId } from 'react';
import { Button } from './button';
import { Field } from './field';
import styles from './time-field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly problem: boolean;
  readonly onChange: (typed: string) => void;
  readonly autoFocus?: boolean;
  readonly input?: Ref<HTMLInputElement>;
  /** What was typed, read back in full, or what is wrong with it. */
  readonly children: ReactNode;
}

/** The line on which a time is typed, with its reading beside it. What is focused is selected, to be typed over. */
export const TypedTime = ({
  label,
  value,
  placeholder,
  problem,
  onChange,
  autoFocus = false,
  input,
  children,
}: Props) => {
  const inFull = useId();
  return (
    <Field label={label}>
      {(ids) => (
        <div className={styles.line}>
          <input
            {...ids}
            ref={input}
            className={styles.input}
            aria-describedby={inFull}
            aria-invalid={problem}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onFocus={(event) => event.target.select()}
            autoFocus={autoFocus}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
          />
          <span id={inFull} className={styles.inFull} data-problem={problem || undefined}>
            {children}
          </span>
        </div>
      )}
    </Field>
  );
};

interface ChipsProps {
  readonly chips: readonly string[];
  readonly value: string;
  readonly onPress: (chip: string) => void;
}

/** Times that are one press. */
export const TimeChips = ({ chips, value, onPress }: ChipsProps) => (
  <div className={styles.chips}>
    {chips.map((chip) => (
      <Button key={chip} onClick={() => onPress(chip)} aria-pressed={value === chip}>
        {chip}
      </Button>
    ))}
  </div>
);
