import type { Me } from '@concord/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, Refused } from '../api/call';
import { Button } from '../kit/button';
import { Field } from '../kit/field';
import styles from './sign-in-screen.module.css';

const sentence = (failure: Error): string =>
  failure instanceof Refused && failure.problem.code === 'invalid'
    ? 'Write your whole e-mail address and your password.'
    : failure.message;

/** A local account. Pasting and password managers work; nothing is asked that a person must remember by heart. */
export const AccountForm = ({
  onEnter,
  open,
}: {
  readonly onEnter: (me: Me) => void;
  readonly open: boolean;
}) => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call('signIn', { body: { email, password } }),
    onSuccess: onEnter,
  });
  return (
    <details className={styles.account} open={open}>
      <summary>Sign in with your own account</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Field label="E-mail address">
          {(ids) => (
            <input
              {...ids}
              type="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password">
          {(ids) => (
            <input
              {...ids}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {signIn.error && (
          <p className={styles.problem} role="alert">
            {sentence(signIn.error)}
          </p>
        )}
        <Button type="submit" look="primary" large disabled={signIn.isPending}>
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
    </details>
  );
};
