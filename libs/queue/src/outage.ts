/** Where this library says that something is amiss; one sentence at a time, never personal data. */
export type Log = (message: string) => void;

export interface Outage {
  failed: (error: unknown) => void;
  worked: () => void;
}

/** One line when an outage begins and one when it ends: an hour without Redis must not be an hour of log. */
export function watchOutage(what: string, log: Log): Outage {
  let since: number | undefined;
  return {
    failed(error) {
      if (since !== undefined) return;
      since = Date.now();
      log(`${what} lost: ${inWords(error)}`);
    },
    worked() {
      if (since === undefined) return;
      log(`${what} back after ${((Date.now() - since) / 1000).toFixed(1)} s`);
      since = undefined;
    },
  };
}

/** A refused connection arrives from Node as an AggregateError without a message, so its parts are named instead. */
export function inWords(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(inWords).join('; ');
  return error instanceof Error ? error.message || error.name : String(error);
}
