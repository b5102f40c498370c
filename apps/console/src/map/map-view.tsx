import { useEffect, useId, useMemo, useRef } from 'react';
import { useAgreement } from '../live/agreement-in-force';
import { useAll, useLive } from '../live/live-context';
import { Districts } from './districts';
import { clearOf, groundOf } from './ground';
import type { Mark } from './lay-out';
import { layOut } from './lay-out';
import { MapControls } from './map-controls';
import type { MapItem, MapTie } from './map-items';
import { MapMark } from './map-mark';
import styles from './map.module.css';
import type { Size } from './plane';
import { ScaleBar } from './scale-bar';
import { Ties } from './ties';
import { useSize } from './use-size';
import { useView } from './use-view';

interface Props {
  readonly items: readonly MapItem[];
  readonly ties: readonly MapTie[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

const Canvas = ({ items, ties, chosen, onChoose, size }: Props & { readonly size: Size }) => {
  const keys = useId();
  const { areaId } = useLive();
  const area = useAll('area').get(areaId);
  const places = useAll('place');
  const travel = useAgreement()?.travel;
  const { view, move, zoomBy, whole, show, watchWheel, hand } = useView(size);
  const ground = useMemo(() => {
    // What a neighbour lends comes and goes: the ground is the area's own.
    const own = [...places.values()].filter(({ lentBy }) => !lentBy);
    return groundOf({ districts: area?.districts ?? [] }, own, size);
  }, [area, places, size]);
  const marks = useMemo(
    () =>
      layOut({
        items,
        size,
        zoom: view.zoom,
        chosen,
        clear: clearOf(ground, size, view.zoom),
        place: ({ position }) => {
          const { x, y } = ground.at(position);
          return { x: x * view.zoom, y: y * view.zoom };
        },
      }),
    [items, size, view.zoom, chosen, ground],
  );
  const chosenMark = marks.find(
    ({ item, tags }) => item.id === chosen || tags.some(({ id }) => id === chosen),
  );

  const latest = useRef<Mark | undefined>(undefined);
  useEffect(() => {
    latest.current = chosenMark;
  });
  useEffect(() => {
    if (latest.current) show(latest.current.middle);
  }, [chosen, show]);

  return (
    <>
      <div
        ref={watchWheel}
        role="group"
        aria-label="Map"
        aria-describedby={keys}
        tabIndex={0}
        className={styles.canvas}
        data-near={view.zoom > 1 || undefined}
        {...hand}
        onPointerCancel={hand.onPointerUp}
      >
        <svg
          role="img"
          aria-label={`Schematic map of ${area?.name ?? 'the area'}. All that is on it is in the list beside it.`}
          width={size.width}
          height={size.height}
          onClick={() => onChoose(undefined)}
        >
          <pattern
            id="map-stale"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="3" height="8" className={styles.hatchLine} />
          </pattern>
          <g transform={`translate(${view.x} ${view.y})`}>
            <Districts ground={ground} zoom={view.zoom} />
            <Ties ties={ties} marks={marks} />
            {marks.map(({ item, anchor, middle }) => (
              <g key={item.id} className={styles.leader}>
                <line x1={anchor.x} y1={anchor.y} x2={middle.x} y2={middle.y} />
                <circle cx={anchor.x} cy={anchor.y} r="3.5" />
              </g>
            ))}
            {[...marks.filter((mark) => mark !== chosenMark), ...(chosenMark ? [chosenMark] : [])].map(
              (mark) => (
                <MapMark key={mark.item.id} mark={mark} chosen={chosen} onChoose={onChoose} />
              ),
            )}
          </g>
        </svg>
      </div>
      <p id={keys} className={styles.keys}>
        Arrows move, <kbd>+</kbd> <kbd>−</kbd> nearer and farther, <kbd>0</kbd> the whole area.
      </p>
      <ScaleBar pixelsPerKm={ground.pixelsPerKm * view.zoom} travel={travel} />
      <MapControls looking={{ view, move, zoomBy, whole }} />
    </>
  );
};

/** The area as a schematic: true positions, districts as soft regions, and no picture from anywhere else. */
export const MapView = (props: Props) => {
  const [watch, size] = useSize();
  return (
    <div ref={watch} className={styles.view}>
      {size && <Canvas {...props} size={size} />}
    </div>
  );
};
