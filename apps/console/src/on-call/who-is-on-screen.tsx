import { Link } from '@tanstack/react-router';
import type { Duty, DutyGap, OnCallNow } from '@concord/domain';
import { screenWords } from '../app/screens';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { Badge } from '../kit/badge';
import { Card } from '../kit/card';
import { Nothing } from '../kit/nothing';
import { useBoardRevision, useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { dutyWords } from '../words/codes';
import { gapWords } from './rota-words';
import { useNumbers, useOnCallNow } from './use-on-call';
import styles from './who-is-on.module.css';

interface LineProps {
  readonly line: OnCallNow;
  readonly now: string;
  readonly numbers: ReadonlyMap<string, string>;
}

const Line = ({ line: { rota, now: span, next }, now, numbers }: LineProps) => (
  <li className={styles.line}>
    <p className={styles.rota}>
      {rota.name}
      {rota.districts.length > 0 && `, ${rota.districts.join(', ')}`}
    </p>
    {span.gap && <p>Nobody: {gapWords[span.gap]}</p>}
    {span.on.map(({ who }) => {
      const number = numbers.get(who.userId);
      return (
        <p key={who.userId} className={styles.who}>
          <strong>{who.name}</strong>
          {number && (
            <a href={`tel:${number}`} className={styles.ring}>
              Ring {number}
            </a>
          )}
        </p>
      );
    })}
    <p className={styles.quiet}>
      {next
        ? `Until ${timeSeenFrom(next.from, now)}, then ${next.on.map(({ who }) => who.name).join(', ') || 'NOBODY'}`
        : 'No change in two weeks'}
    </p>
  </li>
);

const order = Object.keys(dutyWords) as Duty[];

const missing = (gaps: readonly DutyGap[]): string =>
  gaps.some(({ district }) => district === null)
    ? 'Nobody on call'
    : `Nobody on call for ${gaps.flatMap(({ district }) => district ?? []).join(', ')}`;

/** Who is on call now, duty by duty, for whoever works on a phone: those with nobody first, then each with a number to ring. */
export const WhoIsOnScreen = () => {
  const { me } = useSession();
  const loaded = useBoardRevision() !== null;
  const now = `${useNow().slice(0, 17)}00.000Z`;
  const { lines, gaps } = useOnCallNow(now);
  const numbers = useNumbers(lines);
  const duties = order
    .map((duty) => ({
      duty,
      lines: lines.filter(({ rota }) => rota.duty === duty),
      gaps: gaps.filter((gap) => gap.duty === duty),
    }))
    .filter((one) => one.lines.length + one.gaps.length > 0)
    .sort((a, b) => Number(b.gaps.length > 0) - Number(a.gaps.length > 0));
  return (
    <PhoneFrame
      title="On call now"
      under={
        <Link to={`/${me.screen}`} className={styles.ring}>
          Back to {screenWords[me.screen].toLowerCase()}
        </Link>
      }
    >
      {loaded && duties.length === 0 && <Nothing>This area has no rota yet.</Nothing>}
      {duties.map((one) => (
        <Card
          key={one.duty}
          title={dutyWords[one.duty]}
          tone={one.gaps.length > 0 ? 'due' : 'plain'}
          aside={one.gaps.length > 0 && <Badge tone="over">{missing(one.gaps)}</Badge>}
        >
          {one.lines.length === 0 && <p>No rota of this duty counts now.</p>}
          <ul className={styles.lines}>
            {one.lines.map((line) => (
              <Line key={line.rota.id} line={line} now={now} numbers={numbers} />
            ))}
          </ul>
        </Card>
      ))}
    </PhoneFrame>
  );
};
