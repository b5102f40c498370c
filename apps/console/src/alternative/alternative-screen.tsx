import { useState } from 'react';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { Badge } from '../kit/badge';
import { Field } from '../kit/field';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import styles from './alternative-screen.module.css';
import { ExpectedCard } from './expected-card';
import { hoursWords, isOpenNow } from './hours-words';
import { PlacesLeft } from './places-left';
import { ShutCard } from './shut-card';

/** For the people of a crisis café and its like: whom they expect, how many more they can take, whether they are open. */
export const AlternativeScreen = () => {
  const { area } = useSession();
  const now = useNow();
  const loaded = useBoardRevision() !== null;
  const alternatives = useAll('alternative');
  const incidents = useAll('incident');
  const mine = area.placeIds.filter((id) => alternatives.has(id));
  const [chosen, setChosen] = useState<string>();
  const at = alternatives.get(chosen ?? mine[0] ?? '');
  return (
    <PhoneFrame
      title={at?.name ?? 'Alternative to detention'}
      under={
        at && (
          <p className={styles.under}>
            <Badge tone={isOpenNow(at, now) ? 'running' : 'stopped'}>
              {isOpenNow(at, now) ? 'OPEN' : 'CLOSED'}
            </Badge>{' '}
            {hoursWords(at, now)}
          </p>
        )
      }
    >
      {mine.length > 1 && (
        <Field label="Which one">
          {(ids) => (
            <select {...ids} value={at?.id} onChange={(event) => setChosen(event.target.value)}>
              {mine.map((id) => (
                <option key={id} value={id}>
                  {alternatives.get(id)?.name ?? id}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {at?.expected.map((expected) => (
        <ExpectedCard
          key={expected.referralId}
          at={at}
          expected={expected}
          incident={incidents.get(expected.incidentId)}
        />
      ))}
      {at && at.expected.length === 0 && <p className={styles.nobody}>Nobody is on the way to you.</p>}
      {at && at.places !== null && <PlacesLeft key={at.id} at={at} places={at.places} />}
      {at && <ShutCard key={`shut ${at.id}`} at={at} />}
      {loaded && !at && <p className={styles.nobody}>You answer for no alternative in this area.</p>}
    </PhoneFrame>
  );
};
