import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export type SmtpStandIn = Awaited<ReturnType<typeof startSmtpStandIn>>;

const refusal = (code: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode: code });

/** A mail server that knows one account. */
export const startSmtpStandIn = async () => {
  const [user, pass] = ['concord', 'a-password'];
  const sent: Mail[] = [];
  let failing: { readonly at: 'recipient' | 'message'; readonly code: number } | undefined;
  const failsAt = (at: 'recipient' | 'message') =>
    failing?.at === at ? refusal(failing.code, 'Refused as the test asked') : undefined;

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (given, _session, done) =>
      given.username === user && given.password === pass
        ? done(null, { user })
        : done(refusal(535, 'Authentication credentials invalid')),
    onRcptTo: (_address, _session, done) => done(failsAt('recipient')),
    onData: (stream, { envelope }, done) => {
      text(stream).then(
        (raw) => {
          const failure = failsAt('message');
          if (failure) return done(failure);
          const from = envelope.mailFrom ? envelope.mailFrom.address : '';
          sent.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
          return done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const urlFor = (password: string) => `smtp://${user}:${password}@127.0.0.1:${port}`;
  return {
    settings: { url: urlFor(pass), from: 'concord@harrowdale.example' },
    wrongPassword: { url: urlFor('guessed'), from: 'concord@harrowdale.example' },
    sent: (): readonly Mail[] => sent,
    fail: (how: typeof failing) => void (failing = how),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
