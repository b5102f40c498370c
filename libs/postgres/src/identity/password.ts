import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Of a random password, forgotten: a wrong e-mail address costs as long to refuse as a wrong password. */
const DECOY =
  '$argon2id$v=19$m=19456,t=2,p=1$73MIFXhb2vGHF/ol0KToGA$Vpt09foG9WDD6/Y5451LT5eV8ObO25fenDcppi8mUyo';

/** Whether this is the password. No hash (no such account, or one without a password) takes the same time. */
export const passwordMatches = async (hashed: string | null, password: string): Promise<boolean> => {
  const matches = await verify(hashed ?? DECOY, password);
  return matches && hashed !== null;
};
