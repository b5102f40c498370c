import type { Agreement } from '@concord/domain';
import { useAll, useLive } from '../live/live-context';
import { fullTimeWithZone } from '../time/london';
import { spanWords } from '../words/line';
import styles from './agreements.module.css';
import { partyNames } from './party-names';
import {
  disputedTimesWords,
  freshnessWords,
  inTurnWords,
  ownerQuietWords,
  reachWords,
  refuserWords,
  restWords,
} from './term-words';

const TravelTable = ({ agreement }: { readonly agreement: Agreement }) => {
  const places = useAll('place');
  const rows = Object.entries(agreement.travel.minutes ?? {}).flatMap(([district, to]) =>
    Object.entries(to).map(([placeId, minutes]) => ({ district, placeId, minutes })),
  );
  if (rows.length === 0) return 'Estimated for every place.';
  return (
    <ul>
      {rows.map(({ district, placeId, minutes }) => (
        <li key={`${district} ${placeId}`}>
          {district} to {places.get(placeId)?.name ?? 'a place no longer in this area'}: {spanWords(minutes)}
        </li>
      ))}
    </ul>
  );
};

/** What a version says apart from its waits: whom it binds, holds, offers, how long a status is believed, travel. */
export const GeneralTerms = ({ agreement }: { readonly agreement: Agreement }) => {
  const { areaId } = useLive();
  const agencies = useAll('area').get(areaId)?.agencies ?? [];
  const { freshness, travel } = agreement;
  const says: readonly (readonly [string, React.ReactNode])[] = [
    ['Parties', partyNames(agreement, agencies).join(', ')],
    ['Takes effect', fullTimeWithZone(agreement.effectiveFrom)],
    ['A suite answers a request within', spanWords(agreement.holdAnswerMinutes)],
    ['An accepted room is kept for', `${spanWords(agreement.holdArriveMinutes)} while the person comes`],
    ['An AMHP answers an offer within', spanWords(agreement.offerAnswerMinutes)],
    ['An AMHP is asked who can be there within', reachWords(agreement.attendance)],
    ['An AMHP is left to rest for', restWords(agreement.attendance)],
    ['A status is confirmed every', spanWords(freshness.confirmAfterMinutes)],
    ['Unconfirmed, it is unknown after', spanWords(freshness.unknownAfterMinutes)],
    ['An alarm is nobody’s again after', ownerQuietWords(agreement.ownerQuietMinutes)],
    [freshnessWords.confirmDuties, inTurnWords(freshness.confirmDuties)],
    [freshnessWords.unknownDuties, inTurnWords(freshness.unknownDuties)],
    ['A suite finds the next place where it refuses for', refuserWords(agreement.refuserFindsNext)],
    ['Where two agencies give two times, agreed clocks take', disputedTimesWords[agreement.disputedTimes]],
    ['A drive is estimated as', `${travel.roadFactor} × the straight line, at ${travel.kmPerHour} km/h`],
    ['Drives whose length is known', <TravelTable key="table" agreement={agreement} />],
  ];
  return (
    <dl className={styles.terms} data-wide="">
      {says.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
};
