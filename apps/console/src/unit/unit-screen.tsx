import { isUntold } from '@concord/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../app/session';
import { PhoneFrame } from '../frame/phone-frame';
import { KeysHelp } from '../keys/keys-help';
import { useScreenKeys } from '../keys/use-screen-keys';
import { Field } from '../kit/field';
import { useAll, useBoardRevision, useNow } from '../live/live-context';
import { hourMinute } from '../time/london';
import { age } from '../time/span';
import { AnsweredCard } from './answered-card';
import type { IncomingForm } from './incoming-card';
import { IncomingCard } from './incoming-card';
import { suiteKeys } from './keys';
import { PresentCard } from './present-card';
import { SearchCard } from './search-card';
import { SuitePanel } from './suite-panel';
import styles from './unit-screen.module.css';
import { useSuite } from './use-suite';

const Skeleton = () => (
  <div className={styles.suite} aria-busy="true">
    <p className="visually-hidden">Fetching the suite…</p>
    {[0, 1, 2].map((n) => (
      <span key={n} className={styles.skeleton} />
    ))}
  </div>
);

/** Puts the hand on a room: its letters work from there. */
const goToRoom = (digit: number): void => {
  const card = document.querySelectorAll<HTMLElement>('[data-keys="room"]')[digit - 1];
  const buttons = [...(card?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  (buttons.find((button) => button.getAttribute('aria-pressed') === 'true') ?? buttons[0])?.focus();
};

/** The suite's own view: who is coming, what each room is, and who is here. */
export const UnitScreen = () => {
  const { area } = useSession();
  const now = useNow();
  const loaded = useBoardRevision() !== null;
  const places = useAll('place');
  const [placeId, setPlaceId] = useState(area.placeIds[0] ?? '');
  const [form, setForm] = useState<{ holdId: string; form: IncomingForm }>();
  const [noted, setNoted] = useState<readonly string[]>([]);
  const waiting = useRef<HTMLElement>(null);
  const { place, rooms, asked, coming, owed, answered, present } = useSuite(placeId);
  const incoming = [...asked, ...coming];
  const news = answered.filter(({ id }) => !noted.includes(id));
  const oldest = rooms.map(({ observed }) => observed).sort((a, b) => (a.at < b.at ? -1 : 1))[0];

  const toMain = useCallback(() => document.getElementById('main')?.focus({ preventScroll: true }), []);
  const keys = useScreenKeys({
    onEscape: () => {
      setForm(undefined);
      toMain();
    },
    onDigit: goToRoom,
  });
  useEffect(() => toMain(), [toMain]);
  const refuse = (holdId: string) => {
    setForm({ holdId, form: 'refuse' });
    waiting.current?.scrollIntoView({ block: 'start' });
  };

  return (
    <PhoneFrame
      wide
      title={place?.name ?? 'Suite'}
      aside={<KeysHelp keys={keys} list={suiteKeys} where="the focus is not in a field" />}
      under={
        oldest && (
          <p className={styles.under}>
            {isUntold(oldest)
              ? 'nothing has been said of every room yet'
              : `confirmed ${hourMinute(oldest.at)} by ${oldest.by.name} (${age(oldest.at, now)})`}
          </p>
        )
      }
    >
      {area.placeIds.length > 1 && (
        <Field label="Suite">
          {(ids) => (
            <select {...ids} value={placeId} onChange={(event) => setPlaceId(event.target.value)}>
              {area.placeIds.map((id) => (
                <option key={id} value={id}>
                  {places.get(id)?.name ?? id}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div className={styles.columns}>
        <section ref={waiting} className={styles.incoming} aria-label="Incoming">
          {incoming.map((hold) => (
            <IncomingCard
              key={hold.id}
              hold={hold}
              place={place}
              first={hold === asked[0]}
              form={form?.holdId === hold.id ? form.form : undefined}
              onForm={(to) => setForm(to && { holdId: hold.id, form: to })}
            />
          ))}
          {owed.map(({ incident, search }) => (
            <SearchCard key={search.id} incident={incident} owed={search} />
          ))}
          {news.map((hold) => (
            <AnsweredCard key={hold.id} hold={hold} onNoted={() => setNoted([...noted, hold.id])} />
          ))}
          {loaded && incoming.length + owed.length === 0 && (
            <p className={styles.nobody}>
              <strong>No one incoming.</strong> Whoever is asked for appears here by itself, with the time to
              answer.
            </p>
          )}
        </section>
        {place ? <SuitePanel place={place} rooms={rooms} onRefuse={refuse} /> : !loaded && <Skeleton />}
        <section className={styles.people} aria-label="Here">
          {present.map(({ incident, here }) => (
            <PresentCard key={incident.id} incident={incident} here={here} />
          ))}
          {loaded && present.length === 0 && <p className={styles.nobody}>Nobody is here under s136.</p>}
        </section>
      </div>
    </PhoneFrame>
  );
};
