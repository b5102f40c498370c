import type { Guest, HoldAcross } from '@concord/domain';
import { Badge } from '../kit/badge';
import { useNow } from '../live/live-context';
import { timeInList } from '../time/london';
import { riskWords } from '../words/codes';
import styles from './lending.module.css';
import { guestWords } from './lending-words';

/** A neighbour's person as far as the suite needs to know them: everything else is in the neighbour's own record. */
export const GuestSummary = ({ guest }: { readonly guest: Guest }) => {
  const now = useNow();
  const { person } = guest;
  if (!person) return null;
  const risks = person.risks.filter(({ expiresAt }) => expiresAt > now);
  return (
    <div className={styles.guest} data-testid="guest">
      <p>
        <strong>{guestWords(person)}</strong>
      </p>
      {risks.length === 0 ? (
        <p className={styles.rules}>No risks told.</p>
      ) : (
        <ul className={styles.risks}>
          {risks.map((risk) => (
            <li key={`${risk.kind} ${risk.recordedAt}`}>
              <strong>{riskWords[risk.kind]}</strong>: {risk.note} ({risk.confidence}, {risk.source}, until{' '}
              {timeInList(risk.expiresAt, now)})
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const yesWords: Readonly<Record<HoldAcross['yes'], string>> = {
  'not-needed': 'Under mutual aid: the record and its clocks are theirs.',
  awaited: 'Our coordinator has still to say yes: until then it can only be refused.',
  given: 'Our coordinator has said yes.',
};

/** Where a request comes from, and whose yes it still needs. */
export const LentRequest = ({ across }: { readonly across: HoldAcross }) => (
  <div className={styles.guest}>
    <p>
      <Badge tone={across.yes === 'awaited' ? 'soon' : 'lent'}>From {across.areaName}</Badge>
    </p>
    <p>{yesWords[across.yes]}</p>
  </div>
);
