import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../app/session';
import { useCommand } from '../commands';
import { DeskFrame } from '../frame/desk-frame';
import { PhoneFrame } from '../frame/phone-frame';
import { Card } from '../kit/card';
import { CommandResult } from '../kit/command-result';
import { AddContact } from './add-contact';
import { ContactCard } from './contact-card';
import styles from './contacts.module.css';
import { useContacts, type MyContacts } from './use-contacts';

const Contacts = () => {
  const { contacts, failure, show, look } = useContacts();
  const [wouldHaveSent, setWouldHaveSent] = useState<string | null>(null);
  const order = useCommand('orderContacts', 'The order is kept.');
  if (failure) return <p role="alert">They could not be read: {failure.message}</p>;
  if (!contacts) return <p aria-busy="true">Fetching…</p>;
  const { methods } = contacts;

  const changed = (reply: MyContacts & { readonly wouldHaveSent?: string | null }) => {
    setWouldHaveSent(reply.wouldHaveSent ?? null);
    show(reply);
  };
  const raise = (i: number) => {
    const ids = methods.map(({ id }) => id);
    const [id] = ids.splice(i, 1);
    if (id) order.send({}, { methodIds: [...ids.slice(0, i - 1), id, ...ids.slice(i - 1)] }, changed);
  };
  return (
    <div className={styles.list}>
      <p>
        An alarm goes to the first of these that takes it, and to the next at once when one does not. Alarms
        about a legal limit are never held back.
      </p>
      {methods.length === 0 && (
        <p className={styles.none}>
          <strong>Nothing reaches you outside Concord.</strong> Add a way below.
        </p>
      )}
      {methods.map((method, i) => (
        <ContactCard
          key={method.id}
          method={method}
          place={i + 1}
          onRaise={i > 0 ? () => raise(i) : undefined}
          onChange={changed}
        />
      ))}
      <CommandResult command={order} />
      {wouldHaveSent && (
        <section className={styles.sent} aria-label="What would have been sent" role="status">
          <p>Nothing leaves this demo. This would have gone out:</p>
          <pre>{wouldHaveSent}</pre>
        </section>
      )}
      <Card title="Add a way to reach me">
        <AddContact contacts={contacts} onChange={changed} onRefused={look} />
      </Card>
    </div>
  );
};

/** How I am reached when I am not at Concord, in the order in which it is tried. Nobody else sees it. */
export const ContactsScreen = () => {
  const { me } = useSession();
  const back = (
    <Link to={`/${me.screen}`} className={styles.back}>
      Back to my screen
    </Link>
  );
  return me.screen === 'console' ? (
    <DeskFrame>
      <div className={styles.desk}>
        <h1>How I am reached</h1>
        {back}
        <Contacts />
      </div>
    </DeskFrame>
  ) : (
    <PhoneFrame title="How I am reached" under={back}>
      <Contacts />
    </PhoneFrame>
  );
};
