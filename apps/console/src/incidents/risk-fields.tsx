import type { Confidence } from '@concord/domain';
import { ChipSet } from '../kit/chips';
import { Field } from '../kit/field';
import { TextField } from '../kit/text-field';
import { riskWords } from '../words/codes';
import { confidenceWords } from '../words/person-codes';
import type { RiskEntry, RiskHours } from './risk-entry';
import { nothingSaid, riskHours, riskHoursWords } from './risk-entry';
import styles from './new-incident-form.module.css';

interface Props {
  readonly risks: readonly RiskEntry[];
  readonly problem: string | undefined;
  readonly onChange: (risks: readonly RiskEntry[]) => void;
}

interface OneProps {
  readonly risk: RiskEntry;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<RiskEntry>) => void;
}

const OneRisk = ({ risk, problem, onChange }: OneProps) => (
  <div className={styles.risk}>
    <TextField
      label={`${riskWords[risk.kind]}: what is known`}
      problem={risk.note.trim() ? undefined : problem}
      maxLength={120}
      value={risk.note}
      onChange={(note) => onChange({ note })}
    />
    <Field label="How sure">
      {(ids) => (
        <select
          {...ids}
          value={risk.confidence}
          onChange={(event) => onChange({ confidence: event.target.value as Confidence })}
        >
          {Object.entries(confidenceWords).map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
    <Field label="Need to know for">
      {(ids) => (
        <select
          {...ids}
          value={risk.hours}
          onChange={(event) => onChange({ hours: event.target.value as RiskHours })}
        >
          {riskHours.map((hours) => (
            <option key={hours} value={hours}>
              {riskHoursWords[hours]}
            </option>
          ))}
        </select>
      )}
    </Field>
  </div>
);

/** "Need to know" for this incident: each risk with what is known, how sure and for how long, never a bare label. */
export const RiskFields = ({ risks, problem, onChange }: Props) => (
  <div>
    <ChipSet
      legend="Known risks"
      words={riskWords}
      values={risks.map(({ kind }) => kind)}
      onChange={(kinds) =>
        onChange(kinds.map((kind) => risks.find((risk) => risk.kind === kind) ?? { kind, ...nothingSaid }))
      }
    />
    <div className={styles.notes}>
      {risks.map((risk) => (
        <OneRisk
          key={risk.kind}
          risk={risk}
          problem={problem}
          onChange={(part) => onChange(risks.map((other) => (other === risk ? { ...risk, ...part } : other)))}
        />
      ))}
    </div>
  </div>
);
