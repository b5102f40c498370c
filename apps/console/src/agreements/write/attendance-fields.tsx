import { ChipChoice } from '../../kit/chips';
import { NumberField } from '../../kit/number-field';
import { TextField } from '../../kit/text-field';
import styles from '../agreements.module.css';
import type { PartProps } from './fields';
import { minutesHint } from './minutes-hint';

/** What stands in the fields when somebody first chooses them, to be typed over. */
const usual = { travelMinutes: 90, rest: { from: '23:00', to: '07:00', hours: 11 } } as const;

/** Which of those on call are not asked to attend: too far away, or resting after a night. */
export const AttendanceFields = ({ terms: { attendance }, onChange, wrong }: PartProps) => {
  const { travelMinutes, rest } = attendance;
  const change = (part: Partial<typeof attendance>) => onChange({ attendance: { ...attendance, ...part } });
  return (
    <>
      <div data-field="attendance.travelMinutes" className={styles.picker}>
        <ChipChoice
          legend="An AMHP is asked"
          words={{ any: 'However far away', near: 'Only within a drive of some minutes' }}
          value={travelMinutes === null ? 'any' : 'near'}
          onChange={(which) => change({ travelMinutes: which === 'any' ? null : usual.travelMinutes })}
        />
        {travelMinutes !== null && (
          <NumberField
            label="Minutes by road at most"
            hint={minutesHint(travelMinutes)}
            value={travelMinutes}
            problem={wrong('attendance.travelMinutes')}
            onChange={(minutes) => change({ travelMinutes: minutes })}
          />
        )}
      </div>
      <div data-field="attendance.rest" className={styles.picker}>
        <ChipChoice
          legend="An AMHP who attended at night"
          words={{ none: 'Can be asked at once', rest: 'Is left to rest' }}
          value={rest === null ? 'none' : 'rest'}
          onChange={(which) => change({ rest: which === 'none' ? null : usual.rest })}
        />
        {rest !== null && (
          <>
            <TextField
              label="Night begins"
              value={rest.from}
              problem={wrong('attendance.rest.from')}
              onChange={(from) => change({ rest: { ...rest, from } })}
            />
            <TextField
              label="Night ends"
              value={rest.to}
              problem={wrong('attendance.rest.to')}
              onChange={(to) => change({ rest: { ...rest, to } })}
            />
            <NumberField
              label="Hours of rest from its end"
              value={rest.hours}
              problem={wrong('attendance.rest.hours')}
              onChange={(hours) => change({ rest: { ...rest, hours } })}
            />
          </>
        )}
      </div>
    </>
  );
};
