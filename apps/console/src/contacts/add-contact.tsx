import type { BodyOf } from '@concord/contracts';
import type { Channel } from '@concord/domain';
import { useEffect, useState } from 'react';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Field } from '../kit/field';
import { TextField } from '../kit/text-field';
import { channelWords } from '../words/channels';
import styles from './contacts.module.css';
import { browserTakesPushes, subscribeToPushes } from './push-subscription';
import type { MyContacts } from './use-contacts';

type Address = BodyOf<'addContact'>['address'];

interface Props {
  readonly contacts: MyContacts;
  readonly onChange: (contacts: MyContacts & { readonly wouldHaveSent: string | null }) => void;
  readonly onRefused: () => void;
}

const fields = {
  sms: ['Mobile number', 'Such as 07700 900123'],
  email: ['E-mail address', 'One that you read while on call'],
  webhook: ['What the gateway calls you', 'A bleep number, or your name there'],
} as const;

const addressOf = (channel: keyof typeof fields, text: string): Address => {
  switch (channel) {
    case 'sms':
      return { channel, number: text };
    case 'email':
      return { channel, email: text };
    case 'webhook':
      return { channel, recipient: text };
  }
};

/** Adds a way to reach me. A code goes there at once, and proves that it is mine. */
export const AddContact = ({ contacts, onChange, onRefused }: Props) => {
  const offered = contacts.channels.filter(
    (channel) => channel !== 'push' || (contacts.pushKey !== null && browserTakesPushes()),
  );
  const [channel, setChannel] = useState<Channel>(offered.find((one) => one !== 'push') ?? 'push');
  const [text, setText] = useState('');
  const [browserSaid, setBrowserSaid] = useState('');
  const add = useCommand('addContact', 'A code is on its way there.');
  const refused = add.failure !== null;
  useEffect(() => {
    if (refused) onRefused();
  }, [refused, onRefused]);

  const send = (address: Address) =>
    add.send({}, { address }, (reply) => {
      setText('');
      onChange(reply);
    });
  const submit = async () => {
    setBrowserSaid('');
    if (channel !== 'push') return send(addressOf(channel, text));
    try {
      send(await subscribeToPushes(contacts.pushKey ?? ''));
    } catch (failure) {
      setBrowserSaid(failure instanceof Error ? failure.message : String(failure));
    }
  };

  if (offered.length === 0)
    return <p>This installation has no provider yet: nothing can be sent outside Concord.</p>;
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="How">
        {(ids) => (
          <select {...ids} value={channel} onChange={(event) => setChannel(event.target.value as Channel)}>
            {offered.map((one) => (
              <option key={one} value={one}>
                {channelWords[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {channel === 'push' ? (
        <p>This browser, on this device. It will ask whether Concord may show notifications.</p>
      ) : (
        <TextField
          label={fields[channel][0]}
          hint={fields[channel][1]}
          maxLength={254}
          value={text}
          onChange={setText}
        />
      )}
      <CommandButton type="submit" look="primary" large command={add}>
        Add, and send a code
      </CommandButton>
      {browserSaid && <p role="alert">{browserSaid}</p>}
      <CommandResult command={add} />
    </form>
  );
};
