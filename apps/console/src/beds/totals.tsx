import type { BedRows } from './use-bed-rows';
import styles from './beds.module.css';
import { totalsOf } from './site-order';

const places = (n: number): string => `in ${n} ${n === 1 ? 'suite' : 'suites'}`;

/** What the area comes to, in six figures. */
export const Totals = ({ rows: { sites, others, alternatives } }: { readonly rows: BedRows }) => {
  const { canTake, suitesThatTake, lentToUs, unknown, waiting, people } = totalsOf(sites);
  const elsewhere = others.reduce((sum, { present }) => sum + present.length, 0);
  const pressed = others.filter(
    ({ place, fresh }) => place.pressure && place.pressure.state !== 'taking' && fresh !== 'unknown',
  ).length;
  const open = alternatives.filter(({ offer }) => offer.standing === 'takes').length;
  const figures: readonly (readonly [string, number, string])[] = [
    [
      'Can be taken now',
      canTake,
      `${places(suitesThatTake)}${lentToUs > 0 ? `, ${lentToUs} more lent to us` : ''}`,
    ],
    [
      'Suites not confirmed',
      unknown,
      unknown === 0 ? 'all within the agreed time' : 'ring before relying on them',
    ],
    ['Waiting for a suite’s answer', waiting, waiting === 0 ? 'nobody' : 'their time runs'],
    ['Here under detention', people + elsewhere, `${people} in suites, ${elsewhere} elsewhere`],
    ['Departments pressed', pressed, 'as they last said'],
    ['Alternatives that can take', open, `of ${alternatives.length}, instead of a detention`],
  ];
  return (
    <dl className={styles.totals} data-testid="totals">
      {figures.map(([words, figure, more]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>
            <strong>{figure}</strong> <span>{more}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
};
