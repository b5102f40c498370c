import type { Channel, Duty, StepCalls } from '@concord/domain';
import { ChipSet } from '../../kit/chips';
import { Field } from '../../kit/field';
import { channelWords } from '../../words/channels';
import { dutyWords } from '../../words/codes';
import styles from '../agreements.module.css';
import { useNames } from '../use-names';

/** Who may be called at all. */
export const callable = (Object.keys(dutyWords) as Duty[]).filter((duty) => duty !== 'demo');

interface Props {
  readonly step: StepCalls;
  /** Agencies that the draft binds: no step calls another's people. */
  readonly parties: readonly string[];
  readonly wrong: (part: keyof StepCalls) => string | undefined;
  readonly onChange: (calls: Partial<StepCalls>) => void;
}

/** Whom a step calls, of which agency, by which ways, and whether each of them must take it on. */
export const StepCallsFields = ({ step, parties, wrong, onChange }: Props) => {
  const agencies = useNames().agencies.filter(({ id }) => parties.includes(id) || id === step.agencyId);
  return (
    <div className={styles.calls}>
      <ChipSet
        legend="Called"
        codes={callable}
        words={dutyWords}
        values={step.duties}
        problem={wrong('duties')}
        onChange={(duties) => onChange({ duties })}
      />
      <div className={styles.asked}>
        <Field label="Of" problem={wrong('agencyId')}>
          {(ids) => (
            <select
              {...ids}
              value={step.agencyId ?? ''}
              onChange={(event) => onChange({ agencyId: event.target.value || undefined })}
            >
              <option value="">Any agency</option>
              {agencies.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <ChipSet<Channel>
          legend="First by (none chosen: each person’s own ways)"
          words={channelWords}
          values={step.channels ?? []}
          problem={wrong('channels')}
          onChange={(channels) => onChange({ channels: channels.length > 0 ? channels : undefined })}
        />
        <ChipSet
          legend="Taken on by"
          words={{ each: 'Each of them, not one' }}
          values={step.each ? ['each'] : []}
          problem={wrong('each')}
          onChange={(chosen) => onChange({ each: chosen.length > 0 || undefined })}
        />
      </div>
    </div>
  );
};
