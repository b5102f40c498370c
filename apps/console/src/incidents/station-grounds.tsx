import type { PersonOutline } from '@concord/domain';
import { mustTreatAsUnder18 } from '@concord/domain';
import { ChipChoice } from '../kit/chips';
import { Field } from '../kit/field';
import { Glyph } from '../kit/glyph';
import type { StationGrounds } from './fact-body';
import styles from './fact-form.module.css';

export const noGrounds: StationGrounds = {
  imminentRiskOfSeriousInjuryOrDeath: false,
  noOtherPlaceInThePoliceArea: false,
  healthcareProfessionalThroughout: false,
  authorisedBy: { name: '', rank: 'inspector' },
};

const conditions = {
  imminentRiskOfSeriousInjuryOrDeath: 'Imminent risk of serious injury or death, to themselves or another',
  noOtherPlaceInThePoliceArea:
    'Because of that, no other place of safety in the police area can reasonably be expected to detain them',
  healthcareProfessionalThroughout: 'A healthcare professional will be present and available throughout',
} as const;

const ranks = {
  inspector: 'Inspector',
  'chief-inspector': 'Chief inspector',
  'superintendent-or-above': 'Superintendent or above',
};

interface Props {
  readonly person: PersonOutline;
  readonly value: StationGrounds;
  readonly onChange: (grounds: StationGrounds) => void;
}

/** The conditions of SI 2017/1036 reg 2, each to be said by a named person. The server decides whether they are met. */
export const StationGroundsFields = ({ person, value, onChange }: Props) => (
  <div className={styles.grounds}>
    {mustTreatAsUnder18(person) ? (
      <p className={styles.never}>
        <Glyph name="law" size={16} />A person under 18, or who may be, must never be taken to a police
        station (MHA 1983 s136A).
      </p>
    ) : (
      <>
        <p className={styles.never}>
          <Glyph name="law" size={16} />
          An adult may be taken to a police station only if all of these are so (SI 2017/1036 reg 2).
        </p>
        {(Object.keys(conditions) as (keyof typeof conditions)[]).map((name) => (
          <label key={name} className={styles.check}>
            <input
              type="checkbox"
              checked={value[name]}
              onChange={(event) => onChange({ ...value, [name]: event.target.checked })}
            />
            {conditions[name]}
          </label>
        ))}
        <Field label="Authorised by">
          {(ids) => (
            <input
              {...ids}
              value={value.authorisedBy.name}
              onChange={(event) =>
                onChange({ ...value, authorisedBy: { ...value.authorisedBy, name: event.target.value } })
              }
            />
          )}
        </Field>
        <ChipChoice
          legend="Rank"
          words={ranks}
          value={value.authorisedBy.rank as keyof typeof ranks}
          onChange={(rank) => onChange({ ...value, authorisedBy: { ...value.authorisedBy, rank } })}
        />
      </>
    )}
  </div>
);
