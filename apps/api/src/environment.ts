export interface Environment {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly demo: boolean;
  readonly consoleDir: string | undefined;
  readonly origins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly logLevel: string;
  readonly notifyCallbackToken: string | undefined;
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

const listIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const portIn = (text: string | undefined): number => {
  const port = Number(text);
  if (text === undefined || !/^\d{1,5}$/.test(text) || port > 65_535)
    throw new Error(
      `PORT must be a port number, such as 3000; it is ${text === undefined ? 'not set' : `"${text}"`}.`,
    );
  return port;
};

const originIn = (text: string): string => {
  if (!URL.canParse(text) || new URL(text).origin !== text)
    throw new Error(`CONCORD_ORIGIN lists origins such as https://concord.example; "${text}" is not one.`);
  return text;
};

const callbackTokenIn = (env: NodeJS.ProcessEnv): string | undefined => {
  const token = env['CONCORD_NOTIFY_CALLBACK_TOKEN'] || undefined;
  if (token !== undefined && token.length < 20)
    throw new Error('CONCORD_NOTIFY_CALLBACK_TOKEN must have at least 20 characters.');
  if (token !== undefined && !env['CONCORD_NOTIFY_API_KEY'])
    throw new Error('CONCORD_NOTIFY_API_KEY must be set as well, because CONCORD_NOTIFY_CALLBACK_TOKEN is.');
  return token;
};

/** Refuses to start on a missing or impossible setting, naming it. */
export const readEnvironment = (env: NodeJS.ProcessEnv): Environment => {
  if (!env['DATABASE_URL']) throw new Error('DATABASE_URL is not set: the API needs its database.');
  const logLevel = env['CONCORD_LOG_LEVEL'] || 'info';
  if (!LEVELS.includes(logLevel))
    throw new Error(`CONCORD_LOG_LEVEL must be one of ${LEVELS.join(', ')}; it is "${logLevel}".`);
  return {
    databaseUrl: env['DATABASE_URL'],
    redisUrl: env['REDIS_URL'] || undefined,
    host: env['HOST'] || '127.0.0.1',
    port: portIn(env['PORT']),
    demo: env['CONCORD_DEMO'] === '1',
    consoleDir: env['CONCORD_CONSOLE_DIR'] || undefined,
    origins: listIn(env['CONCORD_ORIGIN']).map(originIn),
    trustedProxies: listIn(env['CONCORD_TRUSTED_PROXIES']),
    logLevel,
    notifyCallbackToken: callbackTokenIn(env),
  };
};
