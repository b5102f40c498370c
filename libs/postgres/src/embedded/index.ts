export { createDatabase } from './create-database';
export {
  eraseEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres';
export { freePort } from './free-port';
export { claim, liveOwner, release, type Owner } from './ownership';
export { gone, signal, startMark } from './running-process';
