export * from './embedded';
export * from './identity';
export { dataSourceFor, migrate, type DatabaseOptions } from './database';
export { PostgresStore } from './store/postgres-store';
export { PostgresClock, beat, lastAudits, lastBeatAt, noteAudit, secondsSinceBeat } from './store/area-clock';
export { CHAIN_START, entryHash, firstBrokenEntry, type ChainedEntry } from './store/journal-chain';
export { PostgresCalendarFeeds } from './calendar/calendar-feeds';
export { seedArea } from './seed-area';
