import type { CallLoad } from '@concord/domain';
import { useMemo } from 'react';
import { Badge } from '../../kit/badge';
import { Nothing } from '../../kit/nothing';
import { Panel } from '../../kit/panel';
import { useAll } from '../../live/live-context';
import { weekdayDate, hourMinute } from '../../time/london';
import { dutyWords } from '../../words/codes';
import styles from '../agreements.module.css';
import { DifferentIncidents } from './different-incidents';
import { FigureTable } from './figure-table';
import type { Piece } from './pieces';
import type { Count, DutySum } from './sums';
import {
  byClock,
  byDuty,
  byIncident,
  countOf,
  didOf,
  overall,
  perOperatorHour,
  totalOf,
  wouldOf,
} from './sums';

const difference = (would: number, did: number): string => {
  if (would === did) return 'as many';
  return would > did ? `${would - did} more` : `${did - would} fewer`;
};

const countWords = ({ due, over }: Count): string => `${due + over} (${due} due, ${over} over)`;

const timesWords = ({ steps, toNobody }: CallLoad): string =>
  toNobody > 0 ? `${steps}, ${toNobody} with nobody on` : `${steps}`;

const hoursWords = ({ would }: DutySum): string => `${Math.round(would.operatorHours)} h`;

const Headline = ({
  pieces,
  duties,
}: {
  readonly pieces: readonly Piece[];
  readonly duties: readonly DutySum[];
}) => {
  const incidents = pieces.reduce((sum, piece) => sum + piece.incidents, 0);
  const [would, did] = [countOf(wouldOf(pieces)), countOf(didOf(pieces))];
  const rates = [overall(duties.map((one) => one.would)), overall(duties.map((one) => one.did))] as const;
  const figures = [
    ['Incidents', `${incidents}`, `in ${pieces.length === 1 ? '1 day' : `${pieces.length} days`}`],
    ['Would have fired', `${totalOf(would)}`, `${would.due} due, ${would.over} over`],
    ['Did fire', `${totalOf(did)}`, `${did.due} due, ${did.over} over`],
    ['Difference', difference(totalOf(would), totalOf(did)), 'steps'],
    ['Calls an operator-hour', `${rates[0] ?? '–'}`, `it was ${rates[1] ?? '–'}`],
  ] as const;
  return (
    <dl className={styles.headline} data-testid="headline">
      {figures.map(([name, figure, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{figure}</strong> {more}
          </dd>
        </div>
      ))}
    </dl>
  );
};

interface Props {
  readonly pieces: readonly Piece[];
  readonly version: number;
}

/** What would have fired against what did: by wait, by who is called, by day, and incident by incident. */
export const Results = ({ pieces, version }: Props) => {
  const rotas = useAll('rota');
  const duties = useMemo(() => byDuty(pieces, [...rotas.values()]), [pieces, rotas]);
  const clocks = useMemo(() => byClock(pieces), [pieces]);
  const incidents = useMemo(() => byIncident(pieces), [pieces]);
  return (
    <>
      <Panel title="What would have fired, against what did">
        <div className={styles.body}>
          <Headline pieces={pieces} duties={duties} />
          {clocks.length === 0 && (
            <Nothing>
              Nothing fired in these days, and under version {version} nothing would have: no incident waited
              so long.
            </Nothing>
          )}
        </div>
      </Panel>
      {clocks.length > 0 && (
        <>
          <Panel title="By wait">
            <FigureTable
              label="By wait"
              heads={['Wait', 'Would', 'Did', 'Difference']}
              rows={clocks.map(({ clock, statutory, would, did }) => ({
                key: `${statutory} ${clock}`,
                name: (
                  <>
                    {clock} {statutory && <Badge tone="law">LAW</Badge>}
                  </>
                ),
                cells: [countWords(would), countWords(did), difference(totalOf(would), totalOf(did))],
              }))}
            />
          </Panel>
          <Panel title="By who is called">
            <div className={styles.body}>
              <p className={styles.note}>
                Every call that somebody on call gets, over the hours that they are on. Those that would be
                made, and the hours, are by the rotas as they stand; those that were made are as they were.
              </p>
            </div>
            <FigureTable
              label="By who is called"
              heads={[
                'Duty',
                'Would be called, times',
                'Was called, times',
                'Operator-hours',
                'Calls an hour: would',
                'Did',
              ]}
              rows={duties.map((one) => ({
                key: one.duty,
                name: dutyWords[one.duty],
                cells: [
                  timesWords(one.would),
                  timesWords(one.did),
                  hoursWords(one),
                  perOperatorHour(one.would) ?? 'nobody on',
                  perOperatorHour(one.did) ?? 'nobody on',
                ],
              }))}
            />
          </Panel>
          <Panel title="By day">
            <FigureTable
              label="By day"
              heads={['24 hours from', 'Incidents', 'Would', 'Did', 'Difference']}
              rows={pieces.map(({ from, incidents: opened, would, did }) => ({
                key: from,
                name: `${weekdayDate(from)} ${hourMinute(from)}`,
                cells: [
                  `${opened}`,
                  countWords(countOf(would)),
                  countWords(countOf(did)),
                  difference(would.length, did.length),
                ],
              }))}
            />
          </Panel>
          <DifferentIncidents incidents={incidents} />
        </>
      )}
    </>
  );
};
