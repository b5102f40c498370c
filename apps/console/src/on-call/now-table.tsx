import type { DutyGap, OnCallNow } from '@concord/domain';
import { Badge } from '../kit/badge';
import { timeSeenFrom } from '../time/london';
import { dutyWords } from '../words/codes';
import { becauseWords, gapWords } from './rota-words';
import styles from './on-call.module.css';

interface Props {
  readonly rotas: readonly OnCallNow[];
  readonly gaps: readonly DutyGap[];
  readonly now: string;
  /** Of those who gave one, by user. */
  readonly telephones: ReadonlyMap<string, string>;
  readonly chosen: string | undefined;
  readonly onChoose: (rotaId: string) => void;
}

const Telephone = ({ number }: { readonly number: string | undefined }) =>
  number && (
    <>
      {' '}
      <a href={`tel:${number}`}>{number}</a>
    </>
  );

const Next = ({ line: { next }, now }: { readonly line: OnCallNow; readonly now: string }) => {
  if (!next) return <span className={styles.quiet}>No change in two weeks</span>;
  const who = next.on.map((one) => one.who.name).join(', ');
  return (
    <>
      {timeSeenFrom(next.from, now)}: {who || <Badge tone="due">Nobody</Badge>}
    </>
  );
};

/** Everybody on call now, rota by rota, with until when and who comes then; a duty with nobody stands out in words. */
export const NowTable = ({ rotas, gaps, now, telephones, chosen, onChoose }: Props) => (
  <div className={styles.scroll}>
    <table className={styles.now}>
      <thead>
        <tr>
          <th scope="col">Duty</th>
          <th scope="col">Rota</th>
          <th scope="col">On call now</th>
          <th scope="col">Until, then</th>
        </tr>
      </thead>
      <tbody>
        {gaps.map(({ duty, district }) => (
          <tr key={`${duty}/${district ?? ''}`} data-gap>
            <th scope="row">{dutyWords[duty]}</th>
            <td>{district ?? 'Whole area'}</td>
            <td>
              <Badge tone="over">Nobody on call</Badge>
            </td>
            <td />
          </tr>
        ))}
        {rotas.map((line) => (
          <tr key={line.rota.id} data-chosen={line.rota.id === chosen || undefined}>
            <th scope="row">{dutyWords[line.rota.duty]}</th>
            <td>
              <button
                type="button"
                className={styles.link}
                aria-pressed={line.rota.id === chosen}
                onClick={() => onChoose(line.rota.id)}
              >
                {line.rota.name}
              </button>
              {line.rota.districts.length > 0 && (
                <span className={styles.quiet}> {line.rota.districts.join(', ')}</span>
              )}
            </td>
            <td>
              {line.now.on.length === 0 && (
                <span className={styles.quiet}>Nobody: {line.now.gap ? gapWords[line.now.gap] : ''}</span>
              )}
              {line.now.on.map(({ who, because }, i) => (
                <span key={who.userId}>
                  {i > 0 && ', '}
                  <strong>{who.name}</strong>
                  <Telephone number={telephones.get(who.userId)} />
                  {because.kind !== 'layer' && (
                    <span className={styles.quiet}> ({becauseWords(line.rota, because)})</span>
                  )}
                </span>
              ))}
            </td>
            <td>
              <Next line={line} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
