/** SQLSTATEs and socket errors that say "not now" and nothing about the request. */
const passing = new Set([
  '40001', // serialization failure, after every retry
  '40P01', // deadlock, after every retry
  '53300', // too many connections
  '55000', // the database accepts no connections
  '55P03', // lock timeout
  '57014', // statement timeout
  '57P01', // server shutting down
  '57P02',
  '57P03',
  '25P03', // idle in transaction
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

const passingWords =
  /connection terminated|timeout exceeded when trying to connect|not queryable|client was closed/i;

/** Whether the database is unreachable or overloaded just now: worth another try in a moment. */
export const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  const { code, driverError, cause } = error as { code?: unknown; driverError?: unknown; cause?: unknown };
  if (typeof code === 'string' && (passing.has(code) || code.startsWith('08'))) return true;
  return passingWords.test(error.message) || isUnavailable(driverError) || isUnavailable(cause);
};
