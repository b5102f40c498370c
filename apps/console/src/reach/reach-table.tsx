import { Link } from '@tanstack/react-router';
import type { Instant, ReachGap, ReachReport, Rota } from '@concord/domain';
import { isSoon } from '@concord/domain';
import { Badge } from '../kit/badge';
import { gapBadge, periodWords, stepLines, toDoWords, wrongWords } from './reach-words';
import styles from './reach.module.css';

const TIMES_SHOWN = 2;

const Times = ({ gap }: { readonly gap: ReachGap }) => {
  const more = gap.times.length - TIMES_SHOWN;
  return (
    <ul>
      {gap.times.slice(0, TIMES_SHOWN).map((time) => (
        <li key={time.from}>{periodWords(time)}</li>
      ))}
      {more > 0 && (
        <li className={styles.quiet}>
          and {more} more {more === 1 ? 'time' : 'times'} in the week
        </li>
      )}
    </ul>
  );
};

const Steps = ({ gap, versions }: { readonly gap: ReachGap; readonly versions: number }) => {
  const lines = stepLines(gap.steps, versions);
  const ofTheLaw = gap.steps.some(({ kind }) => kind === 'statutory');
  return (
    <details>
      <summary>
        {lines.length} {lines.length === 1 ? 'step' : 'steps'} {ofTheLaw && <Badge tone="law">Law</Badge>}
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
};

interface Props {
  readonly report: ReachReport;
  readonly rotas: ReadonlyMap<string, Rota>;
  readonly now: Instant;
}

/** What is to be put right, the worst and soonest first, each with what to do and the steps that it spoils. */
export const ReachTable = ({ report, rotas, now }: Props) => {
  const versions = new Set(report.gaps.flatMap(({ steps }) => steps.map(({ version }) => version))).size;
  return (
    <table className={styles.table} aria-label="To put right" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {['What is wrong', 'When', 'What to do', 'What it spoils'].map((words) => (
            <th key={words} role="columnheader" scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {report.gaps.map((gap) => {
          const theirs = gap.rotaIds.flatMap((id) => rotas.get(id) ?? []);
          const key = [
            gap.kind,
            gap.duties,
            gap.agencyId,
            gap.channels,
            gap.rotaIds,
            gap.who.map(({ userId }) => userId),
          ];
          return (
            <tr key={key.join('/')} role="row" data-kind={gap.kind}>
              <td role="cell" data-label="What is wrong">
                <Badge tone={gap.kind === 'other-ways-only' ? 'due' : 'over'}>{gapBadge[gap.kind]}</Badge>{' '}
                {wrongWords(gap)}
              </td>
              <td role="cell" data-label="When">
                {isSoon(gap, now) && <Badge tone="soon">Within a day</Badge>}
                <Times gap={gap} />
              </td>
              <td role="cell" data-label="What to do">
                {toDoWords(gap, theirs)}
                {theirs.length > 0 && (
                  <p className={styles.links}>
                    {theirs.map(({ id, name }) => (
                      <Link key={id} to="/on-call" search={{ rota: id }}>
                        {name}
                      </Link>
                    ))}
                  </p>
                )}
              </td>
              <td role="cell" data-label="What it spoils">
                <Steps gap={gap} versions={versions} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
