export { startConcord, type Concord, type Span, type StartOptions } from './concord';
export { freshDatabase, type FreshDatabase } from './fresh-database';
export { LiveBoard } from './live-board';
export { Person, type Answer, type SendOptions } from './person';
export { startRedis, type RedisServer } from './redis';
export { SERVER_VARIABLE, startTestServer, useTestServer, type TestServer } from './test-server';
export { accepted, askedKey, Journey } from './journey';
export { AppProcess, startProcesses, untilAnswers, type Processes, type ProcessesOptions } from './processes';
