export interface Environment {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly healthPort: number | undefined;
}

/** Refuses to start on a missing or impossible setting, naming it. */
export const readEnvironment = (env: NodeJS.ProcessEnv): Environment => {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set: the engine needs its database.');
  const port = env.WORKER_HEALTH_PORT;
  if (port !== undefined && !/^\d{1,5}$/.test(port))
    throw new Error(`WORKER_HEALTH_PORT is not a port: "${port}".`);
  return {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL || undefined,
    healthPort: port ? Number(port) : undefined,
  };
};
