import type { Instant } from '@concord/domain';
import { useEffect, useRef } from 'react';
import { useLive } from '../live/live-context';

interface Props {
  readonly text: (now: Instant) => string;
  readonly className?: string | undefined;
}

/** Text that changes with time. Written straight to its node each second; React draws it once. */
export const Ticking = ({ text, className }: Props) => {
  const { ticker } = useLive();
  const node = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      ticker.write((now) => {
        const next = text(now);
        if (node.current && node.current.textContent !== next) node.current.textContent = next;
      }),
    [ticker, text],
  );
  return <span ref={node} className={className} />;
};
