import type { Handed } from '@concord/domain';
import { createTransport, type NodemailerError } from 'nodemailer';
import { ANSWER_WITHIN_MS, handedOver, never, tryLater, type Way } from './way';

export interface SmtpSettings {
  /** `smtps://user:password@host:465`, or `smtp://…`, which must offer STARTTLS unless it is this machine. */
  readonly url: string;
  readonly from: string;
}

/** RFC 5321: 4yz may be taken another time, 5yz never will; no reply at all is a server that is away. */
const failureFrom = ({ code, permanent, responseCode }: NodemailerError): Handed => {
  if (code === 'EAUTH' || code === 'ENOAUTH') return tryLater('not-let-in');
  if (permanent) return never(code === 'EENVELOPE' ? 'address-refused' : 'message-refused');
  if (code === 'EENVELOPE' && responseCode === undefined) return never('address-refused');
  return responseCode === undefined ? tryLater('provider-down') : tryLater('too-fast');
};

const isThisMachine = (url: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/** E-mail by SMTP. The message's id is its Message-ID, so that one sent twice is shown once. */
export const smtpEmail = ({ url, from }: SmtpSettings): Way<'email'> => {
  const within = { connectionTimeout: ANSWER_WITHIN_MS / 2, greetingTimeout: ANSWER_WITHIN_MS / 2 };
  const transport = createTransport({
    url,
    requireTLS: url.startsWith('smtp:') && !isThisMachine(url),
    ...within,
    socketTimeout: ANSWER_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain =
    from
      .split('@')
      .at(-1)
      ?.replace(/[^\w.-]/g, '') || 'concord';
  return {
    channel: 'email',
    send: ({ id, subject, body }, { email }) =>
      transport
        .sendMail({
          from,
          // As an object, so that no part of it is read as a second address.
          to: { name: '', address: email },
          subject,
          text: body,
          messageId: `<${id}@${domain}>`,
          headers: { 'auto-submitted': 'auto-generated' },
        })
        .then(() => handedOver, failureFrom),
  };
};
