import type { Instant } from '@concord/domain';
import { instantFromMs, msOf } from '@concord/domain';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';
import { announce } from '../../frame/announcer';
import { useLive } from '../../live/live-context';
import type { Piece, Span } from './pieces';
import { askInTurn, spansBefore } from './pieces';

export interface WhatIfRun {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly days: number;
  /** Nothing that happened after this is counted, on either side. */
  readonly until: Instant;
  /** Of the version as it was asked about. */
  readonly revision: number;
  readonly pieces: readonly Piece[];
  readonly failure: Error | undefined;
}

/** Said aloud at a quarter, half and three quarters: a voice at every day would drown everything else. */
const isQuarter = (done: number, of: number): boolean =>
  Math.floor((done / of) * 4) > Math.floor(((done - 1) / of) * 4) && done < of;

/** The past lived again under a version, a day at a time, by one question to the server each. */
export const useWhatIf = (agreementId: string, revision: number) => {
  const { areaId, clock } = useLive();
  const [run, setRun] = useState<WhatIfRun>();
  const nth = useRef(0);
  const waiting = useRef<AbortController>(undefined);
  useEffect(() => () => waiting.current?.abort(), []);

  const from = (begun: WhatIfRun) => {
    nth.current += 1;
    const mine = nth.current;
    const { signal } = (waiting.current = new AbortController());
    const cancelled = () => mine !== nth.current || signal.aborted;
    setRun(begun);
    const ask = ({ from, to }: Span) =>
      call('whatIf', { params: { areaId, agreementId }, query: { from, to, until: begun.until }, signal });
    let { pieces } = begun;
    const onPiece = (piece: Piece) => {
      pieces = [...pieces, piece];
      if (isQuarter(pieces.length, begun.days)) announce.done(`${pieces.length} of ${begun.days} days`);
      setRun({ ...begun, pieces });
    };
    askInTurn({
      spans: spansBefore(begun.until, begun.days).slice(pieces.length),
      ask,
      cancelled,
      onPiece,
    }).then(
      () => {
        if (cancelled()) return;
        announce.done('What if: done');
        setRun({ ...begun, pieces, state: 'done' });
      },
      (failure: unknown) => {
        if (cancelled()) return;
        announce.done('What if: stopped');
        setRun({
          ...begun,
          pieces,
          state: 'failed',
          failure: failure instanceof Error ? failure : undefined,
        });
      },
    );
  };

  return {
    run,
    start: (days: number) => {
      // A second ago has passed by the server's clock as well.
      const until = instantFromMs(msOf(clock.now()) - 1000);
      from({ state: 'running', days, until, revision, pieces: [], failure: undefined });
    },
    goOn: () => {
      if (run) from({ ...run, state: 'running', failure: undefined });
    },
    cancel: () => {
      nth.current += 1;
      waiting.current?.abort();
      announce.done('What if: cancelled');
      setRun((now) => now && { ...now, state: 'cancelled' });
    },
  };
};
