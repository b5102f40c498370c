import { useState } from 'react';
import { useCommand } from '../commands';
import { Badge } from '../kit/badge';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { TextField } from '../kit/text-field';
import { channelWords, failureWords } from '../words/channels';
import styles from './contacts.module.css';
import type { ContactMethod, MyContacts } from './use-contacts';

interface Props {
  readonly method: ContactMethod;
  readonly place: number;
  /** Puts it before the one above it; absent for the first. */
  readonly onRaise: (() => void) | undefined;
  readonly onChange: (contacts: MyContacts & { readonly wouldHaveSent?: string | null }) => void;
}

const Verify = ({ method, onChange }: Pick<Props, 'method' | 'onChange'>) => {
  const [code, setCode] = useState('');
  const verify = useCommand('verifyContact', 'Verified: alarms go there from now on.');
  const resend = useCommand('sendContactCode', 'A new code is on its way.');
  const params = { methodId: method.id };
  return (
    <form
      className={styles.verify}
      onSubmit={(event) => {
        event.preventDefault();
        verify.send(params, { code }, onChange);
      }}
    >
      <TextField
        label="Code that was sent there"
        hint="Six digits. Until you give it, no alarm goes there."
        inputMode="numeric"
        maxLength={6}
        value={code}
        onChange={setCode}
      />
      <CommandButton type="submit" look="primary" large command={verify}>
        Verify
      </CommandButton>
      <CommandButton large command={resend} onPress={() => resend.send(params, {}, onChange)}>
        Send a new code
      </CommandButton>
      <CommandResult command={verify} />
      <CommandResult command={resend} />
    </form>
  );
};

/** One way to reach me: whether it is verified, whether it works, and its place in the order. */
export const ContactCard = ({ method, place, onRaise, onChange }: Props) => {
  const test = useCommand('testContact', 'The test is handed over.');
  const remove = useCommand('removeContact', 'Taken away.');
  const { id, channel, label, verifiedAt, failing } = method;
  return (
    <Card
      title={`${place}. ${label}`}
      tone={verifiedAt ? 'plain' : 'due'}
      testId="contact"
      aside={
        verifiedAt ? <Badge tone="stopped">Verified</Badge> : <Badge tone="due">Not verified: not used</Badge>
      }
    >
      <p>
        {channelWords[channel]}
        {failing && (
          <strong className={styles.failing}> The last message there failed: {failureWords[failing]}.</strong>
        )}
      </p>
      {!verifiedAt && <Verify method={method} onChange={onChange} />}
      <div className={styles.buttons}>
        {verifiedAt && (
          <CommandButton large command={test} onPress={() => test.send({ methodId: id }, {}, onChange)}>
            Send a test
          </CommandButton>
        )}
        {onRaise && (
          <button type="button" className={styles.raise} onClick={onRaise}>
            Try earlier
          </button>
        )}
        <CommandButton
          look="quiet"
          large
          command={remove}
          onPress={() => remove.send({ methodId: id }, {}, onChange)}
        >
          Take away
        </CommandButton>
      </div>
      <CommandResult command={test} />
      <CommandResult command={remove} />
    </Card>
  );
};
