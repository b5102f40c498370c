import type { Place } from '@concord/domain';
import { Button } from '../kit/button';

interface Props {
  readonly place: Pick<Place, 'id' | 'name'>;
  readonly open: boolean;
  readonly onRing: (placeId: string | undefined) => void;
}

const RING = '[data-ring]';

/** Up and down go from one line's button to the next, so that a whole round of calls needs no Tab. */
const toNext = (event: React.KeyboardEvent<HTMLElement>, by: number) => {
  const all = [...document.querySelectorAll<HTMLButtonElement>(`${RING} button`)];
  const at = all.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  all[at + by]?.focus();
};

export const ringButtonOf = (placeId: string): HTMLButtonElement | null =>
  document.querySelector<HTMLButtonElement>(`[data-ring="${placeId}"] button`);

export const RingButton = ({ place, open, onRing }: Props) => (
  <span data-ring={place.id}>
    <Button
      aria-expanded={open}
      onClick={() => onRing(open ? undefined : place.id)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') toNext(event, 1);
        if (event.key === 'ArrowUp') toNext(event, -1);
        if (event.key === 'Escape' && open) onRing(undefined);
      }}
    >
      {open ? 'Close' : 'Ring'}
      <span className="visually-hidden"> {place.name}</span>
    </Button>
  </span>
);
