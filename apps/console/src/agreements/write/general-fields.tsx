import type { DisputedTimes } from '@concord/domain';
import { useState } from 'react';
import { ChipChoice, ChipSet } from '../../kit/chips';
import { MomentField } from '../../kit/moment-field';
import { NumberField } from '../../kit/number-field';
import { TextField } from '../../kit/text-field';
import { fullTimeWithZone } from '../../time/london';
import type { Moment } from '../../time/moment';
import { instantOfMoment, momentOf } from '../../time/moment';
import { refusalReasonWords } from '../../words/codes';
import styles from '../agreements.module.css';
import { disputedTimesWords, freshnessWords } from '../term-words';
import { useNames } from '../use-names';
import { useMinute } from '../use-versions';
import { AttendanceFields } from './attendance-fields';
import { DutyOrder } from './duty-order';
import type { PartProps } from './fields';
import { minutesHint } from './minutes-hint';

const EffectiveFrom = ({ terms: { effectiveFrom }, onChange, wrong }: PartProps) => {
  const now = useMinute();
  const [typed, setTyped] = useState<Moment>();
  const read = typed && instantOfMoment(typed, 'beginning');
  const stands = typed && (typeof read === 'string' ? read === effectiveFrom : effectiveFrom === '');
  const value = stands ? typed : effectiveFrom ? momentOf(effectiveFrom) : { date: '', time: '' };
  const problem = typeof read === 'object' && stands ? read.problem : wrong('effectiveFrom');
  return (
    <div data-field="effectiveFrom">
      <MomentField
        label="Takes effect"
        value={value}
        problem={problem}
        onChange={(moment) => {
          setTyped(moment);
          const at = instantOfMoment(moment, 'beginning');
          onChange({ effectiveFrom: typeof at === 'string' ? at : '' });
        }}
      />
      {effectiveFrom && (
        <p className={styles.quiet}>
          {effectiveFrom <= now
            ? 'That is past: give it a day to come before anybody can approve it.'
            : `From ${fullTimeWithZone(effectiveFrom)}`}
        </p>
      )}
    </div>
  );
};

const minutesOf = ['holdAnswerMinutes', 'holdArriveMinutes', 'offerAnswerMinutes'] as const;
const minutesWords = {
  holdAnswerMinutes: 'A suite answers a request within, minutes',
  holdArriveMinutes: 'An accepted room is kept for, minutes',
  offerAnswerMinutes: 'An AMHP answers an offer within, minutes',
} as const;

/** What stands in the field when somebody first chooses it, to be typed over. */
const USUAL_QUIET_MINUTES = 20;

/** Whom it binds, from when, and what is not a wait: holds, offers, how long a status is believed. */
export const GeneralFields = (part: PartProps) => {
  const { terms, onChange, wrong } = part;
  const { agencies } = useNames();
  const agencyWords = Object.fromEntries(agencies.map(({ id, name }) => [id, name]));
  const { freshness } = terms;
  return (
    <div className={styles.body}>
      <div data-field="title" className={styles.wide}>
        <TextField
          label="Title"
          value={terms.title}
          problem={wrong('title')}
          onChange={(title) => onChange({ title })}
        />
      </div>
      <div data-field="parties">
        <ChipSet
          legend="Parties"
          words={agencyWords}
          values={terms.parties}
          problem={wrong('parties')}
          onChange={(parties) => onChange({ parties })}
        />
      </div>
      <EffectiveFrom {...part} />
      <div className={styles.figures}>
        {minutesOf.map((name) => (
          <div key={name} data-field={name}>
            <NumberField
              label={minutesWords[name]}
              hint={minutesHint(terms[name])}
              value={terms[name]}
              problem={wrong(name)}
              onChange={(minutes) => onChange({ [name]: minutes })}
            />
          </div>
        ))}
        <div data-field="freshness.confirmAfterMinutes">
          <NumberField
            label="A status is confirmed every, minutes"
            hint={minutesHint(freshness.confirmAfterMinutes)}
            value={freshness.confirmAfterMinutes}
            problem={wrong('freshness.confirmAfterMinutes')}
            onChange={(confirmAfterMinutes) => onChange({ freshness: { ...freshness, confirmAfterMinutes } })}
          />
        </div>
        <div data-field="freshness.unknownAfterMinutes">
          <NumberField
            label="Unconfirmed, it is unknown after, minutes"
            hint={minutesHint(freshness.unknownAfterMinutes)}
            value={freshness.unknownAfterMinutes}
            problem={wrong('freshness.unknownAfterMinutes')}
            onChange={(unknownAfterMinutes) => onChange({ freshness: { ...freshness, unknownAfterMinutes } })}
          />
        </div>
      </div>
      <AttendanceFields {...part} />
      <div data-field="ownerQuietMinutes" className={styles.picker}>
        <ChipChoice
          legend="An alarm whose owner is not heard of"
          words={{ kept: 'Stays theirs', lost: 'Is nobody’s again after some minutes' }}
          value={terms.ownerQuietMinutes === null ? 'kept' : 'lost'}
          onChange={(which) => onChange({ ownerQuietMinutes: which === 'kept' ? null : USUAL_QUIET_MINUTES })}
        />
        {terms.ownerQuietMinutes !== null && (
          <NumberField
            label="Minutes without a word of its owner"
            hint={minutesHint(terms.ownerQuietMinutes)}
            value={terms.ownerQuietMinutes}
            problem={wrong('ownerQuietMinutes')}
            onChange={(ownerQuietMinutes) => onChange({ ownerQuietMinutes })}
          />
        )}
      </div>
      {(['confirmDuties', 'unknownDuties'] as const).map((name) => (
        <div key={name} data-field={`freshness.${name}`}>
          <DutyOrder
            label={freshnessWords[name]}
            duties={freshness[name]}
            problem={wrong(`freshness.${name}`)}
            onChange={(duties) => onChange({ freshness: { ...freshness, [name]: duties } })}
          />
        </div>
      ))}
      <div data-field="refuserFindsNext">
        <ChipSet
          legend="A suite finds the next place itself where it refuses for"
          words={refusalReasonWords}
          values={terms.refuserFindsNext}
          problem={wrong('refuserFindsNext')}
          onChange={(refuserFindsNext) => onChange({ refuserFindsNext })}
        />
      </div>
      <div data-field="disputedTimes">
        <ChipChoice<DisputedTimes>
          legend="Where two agencies give two times, agreed clocks take (the law takes the earliest)"
          words={disputedTimesWords}
          value={terms.disputedTimes}
          problem={wrong('disputedTimes')}
          onChange={(disputedTimes) => onChange({ disputedTimes })}
        />
      </div>
    </div>
  );
};
