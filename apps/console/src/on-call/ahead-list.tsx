import type { DutyGap, Rota, RotaWarning } from '@concord/domain';
import { Badge } from '../kit/badge';
import { fullTime, fullTimeWithZone } from '../time/london';
import { dutyWords } from '../words/codes';
import { hoursWords } from './rota-words';
import styles from './on-call.module.css';

const warningWords = (warning: RotaWarning, nameOf: (rotaId: string) => string): string => {
  switch (warning.kind) {
    case 'hours-in-a-row':
      return `${hoursWords(warning.hours)} in a row on ${nameOf(warning.rotaId)}, ${hoursWords(warning.agreed)} agreed`;
    case 'hours-a-week':
      return `${hoursWords(warning.hours)} in the week on ${nameOf(warning.rotaId)}, ${hoursWords(warning.agreed)} agreed`;
    case 'double-booked':
      return `on ${warning.rotaIds.map(nameOf).join(' and ')} at once`;
    case 'no-shift':
      return `the clocks go forward: this shift on ${nameOf(warning.rotaId)} has no length`;
  }
};

interface Props {
  readonly rotas: ReadonlyMap<string, Rota>;
  readonly gaps: readonly DutyGap[];
  readonly warnings: readonly RotaWarning[];
  readonly days: number;
}

/** What has nobody, and what is more than was agreed, before it happens. */
export const AheadList = ({ rotas, gaps, warnings, days }: Props) => {
  const nameOf = (rotaId: string) => rotas.get(rotaId)?.name ?? 'a rota';
  if (gaps.length + warnings.length === 0)
    return (
      <p className={styles.calm}>
        <Badge tone="stopped">Nothing to put right</Badge> Every duty with a rota has somebody in the next{' '}
        {days} days, and nobody is on more than was agreed.
      </p>
    );
  return (
    <ul className={styles.over}>
      {gaps.map((gap) => (
        <li key={`${gap.duty}/${gap.district ?? ''}/${gap.from}`}>
          <span>
            <Badge tone="over">Gap</Badge> Nobody as <strong>{dutyWords[gap.duty]}</strong>
            {gap.district && ` for ${gap.district}`}, {fullTime(gap.from)} to {fullTime(gap.to)}
          </span>
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={`${warning.kind}/${warning.who.userId}/${warning.from}`}>
          <span>
            <Badge tone="due">{warning.kind === 'no-shift' ? 'No shift' : 'Overload'}</Badge>{' '}
            <strong>{warning.who.name}</strong>: {warningWords(warning, nameOf)}
            {warning.kind === 'no-shift'
              ? `, ${fullTimeWithZone(warning.from)}`
              : `, ${fullTime(warning.from)} to ${fullTime(warning.to)}`}
          </span>
        </li>
      ))}
    </ul>
  );
};
