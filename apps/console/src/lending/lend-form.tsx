import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call';
import { useCommand } from '../commands';
import { placesInOrder } from '../incidents/around';
import { ChipChoice, ChipSet } from '../kit/chips';
import { Field } from '../kit/field';
import { FormEnd } from '../kit/form-end';
import { TextField } from '../kit/text-field';
import { useAll, useLive } from '../live/live-context';
import { ageBandWords } from '../words/codes';
import type { LendEntry } from './lend-body';
import { emptyEntry, lendBody, lendProblems } from './lend-body';
import styles from './lending.module.css';

const spans: Readonly<Record<string, string>> = {
  '4': '4 hours',
  '8': '8 hours',
  '12': '12 hours',
  '24': '24 hours',
  '72': '3 days',
  '168': '7 days',
  '744': '31 days',
};
const starts: Readonly<Record<string, string>> = {
  '0': 'now',
  '1': 'in 1 hour',
  '4': 'in 4 hours',
  '12': 'in 12 hours',
  '24': 'in 24 hours',
};

const Choice = ({
  label,
  words,
  value,
  problem,
  onChange,
}: {
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}) => (
  <Field label={label} problem={problem}>
    {(ids) => (
      <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
        {Object.entries(words).map(([code, said]) => (
          <option key={code} value={code}>
            {said}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** Which of our suites a neighbour may use, for how long, and by what rules. */
export const LendForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { areaId, clock } = useLive();
  const [entry, setEntry] = useState<LendEntry>(emptyEntry);
  const [asked, setAsked] = useState(false);
  const neighbours = useQuery({
    queryKey: ['neighbours', areaId],
    queryFn: () => call('neighbours', { params: { areaId } }),
  });
  const ours = placesInOrder(useAll('place')).filter(({ kind, lentBy }) => kind === 'suite' && !lentBy);
  const command = useCommand('lendPlaces', 'Lent: the neighbour sees it now');
  const problems = asked ? lendProblems(entry) : {};
  const set = (more: Partial<LendEntry>) => setEntry({ ...entry, ...more });
  const areas = neighbours.data ?? [];
  return (
    <form
      className={styles.form}
      aria-label="Lend places"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (Object.keys(lendProblems(entry)).length === 0)
          command.send({}, lendBody(entry, clock.now()), onDone);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      {neighbours.data?.length === 0 && <p>There is no other area here to lend to.</p>}
      <div className={styles.fields}>
        <Choice
          label="To"
          words={{
            '': 'Choose the area',
            ...Object.fromEntries(areas.map((area) => [area.areaId, area.name])),
          }}
          value={entry.toAreaId}
          problem={problems.toAreaId}
          onChange={(toAreaId) => set({ toAreaId })}
        />
        <Choice label="From" words={starts} value={entry.inHours} onChange={(inHours) => set({ inHours })} />
        <Choice label="For" words={spans} value={entry.forHours} onChange={(forHours) => set({ forHours })} />
      </div>
      <ChipSet
        legend="Suites"
        words={Object.fromEntries(ours.map(({ id, name }) => [id, name]))}
        values={entry.placeIds}
        onChange={(placeIds) => set({ placeIds })}
      />
      {problems.placeIds && <p className={styles.problem}>{problems.placeIds}</p>}
      <div className={styles.fields}>
        <TextField
          label="Rooms at once, at most"
          hint="Empty: as many as are free. 0: shown, not lent."
          inputMode="numeric"
          maxLength={2}
          value={entry.atMost}
          onChange={(atMost) => set({ atMost: atMost.replace(/\D/g, '') })}
        />
        <Field label="Only between" problem={problems.hours}>
          {(ids) => (
            <span className={styles.hours}>
              <input
                {...ids}
                type="time"
                value={entry.from}
                onChange={(event) => set({ from: event.target.value })}
              />
              <input
                type="time"
                aria-label="and"
                value={entry.to}
                onChange={(event) => set({ to: event.target.value })}
              />
            </span>
          )}
        </Field>
      </div>
      <ChipChoice
        legend="For whom"
        words={ageBandWords}
        value={entry.ages}
        onChange={(ages) => set({ ages })}
      />
      <ChipSet
        legend="And"
        words={{ yes: 'Each person needs our yes', own: 'Ranked among their own suites' }}
        values={[...(entry.needsYes ? (['yes'] as const) : []), ...(entry.asOwn ? (['own'] as const) : [])]}
        onChange={(codes) => set({ needsYes: codes.includes('yes'), asOwn: codes.includes('own') })}
      />
      <FormEnd command={command} does="Lend" onLeave={onDone} />
    </form>
  );
};
