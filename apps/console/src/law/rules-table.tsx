import type { Area } from '@concord/domain';
import { Badge } from '../kit/badge';
import { useNow } from '../live/live-context';
import { fullDate } from '../time/london';
import { nationWords } from '../words/practice-words';
import styles from './law.module.css';
import type { RuleRow } from './rule-rows';
import { ruleRows } from './rule-rows';
import { adultsWords, standingWords } from './rule-words';

const tones = { 'in-force': 'law', 'to-come': 'soon', past: 'stopped' } as const;

const Line = ({ rule, standing }: RuleRow) => (
  <tr data-standing={standing}>
    <th scope="row">{nationWords[rule.nation]}</th>
    <td>
      <Badge tone={tones[standing]}>{standingWords[standing]}</Badge>
    </td>
    <td>{fullDate(rule.from)}</td>
    <td>{adultsWords[rule.adults]}</td>
    <td>{rule.source}</td>
  </tr>
);

/** The rule of each nation that binds a detention which begins now, those to come, and those that were. */
export const RulesTable = ({ area }: { readonly area: Area }) => (
  <table className={styles.table} aria-label="Adults at police stations: rules by nation">
    <thead>
      <tr>
        {['Nation', 'Standing', 'From', 'Adults at police stations', 'Source'].map((words) => (
          <th key={words} scope="col">
            {words}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {ruleRows(area, useNow()).map((row) => (
        <Line key={`${row.rule.nation} ${row.rule.from}`} {...row} />
      ))}
    </tbody>
  </table>
);
