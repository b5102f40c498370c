import type { Travel } from '@concord/domain';
import { useAll, useLive } from '../../live/live-context';
import { NumberField } from '../../kit/number-field';
import styles from '../agreements.module.css';
import { useNames } from '../use-names';
import type { PartProps } from './fields';

/** The drive's minutes set, or left to be estimated. A district of which nothing is known is left out. */
const withMinutes = (travel: Travel, district: string, placeId: string, minutes: number | null): Travel => {
  const { [placeId]: _before, ...others } = travel.minutes?.[district] ?? {};
  const row = minutes === null ? others : { ...others, [placeId]: minutes };
  const { [district]: _row, ...districts } = travel.minutes ?? {};
  const table = Object.keys(row).length > 0 ? { ...districts, [district]: row } : districts;
  return { ...travel, minutes: Object.keys(table).length > 0 ? table : undefined };
};

/** How drives are estimated, and the area's own table of those that it knows better. */
export const TravelFields = ({ terms: { travel }, onChange, wrong }: PartProps) => {
  const { areaId } = useLive();
  const districts = useAll('area').get(areaId)?.districts ?? [];
  const places = [...useNames().places.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const put = (next: Travel) => onChange({ travel: next });
  return (
    <div className={styles.body}>
      <div className={styles.figures}>
        <div data-field="travel.roadFactor">
          <NumberField
            label="Times the straight line"
            value={travel.roadFactor}
            problem={wrong('travel.roadFactor')}
            onChange={(roadFactor) => put({ ...travel, roadFactor })}
          />
        </div>
        <div data-field="travel.kmPerHour">
          <NumberField
            label="Kilometres an hour"
            value={travel.kmPerHour}
            problem={wrong('travel.kmPerHour')}
            onChange={(kmPerHour) => put({ ...travel, kmPerHour })}
          />
        </div>
      </div>
      <p className={styles.note}>
        Minutes of a drive that the area knows better than the estimate. Leave the others empty.
      </p>
      {districts.map(({ name: district }) => (
        <fieldset key={district} className={styles.drives} data-field={`travel.minutes.${district}`}>
          <legend>From {district}</legend>
          <div className={styles.figures}>
            {places.map(({ id, name }) => {
              const minutes = travel.minutes?.[district]?.[id];
              return (
                <NumberField
                  key={id}
                  label={name}
                  value={minutes ?? Number.NaN}
                  problem={minutes === undefined ? undefined : wrong(`travel.minutes.${district}.${id}`)}
                  onChange={(typed) =>
                    put(withMinutes(travel, district, id, Number.isFinite(typed) ? typed : null))
                  }
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
};
