import type { Me } from '@concord/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call, NotReached } from '../api/call';
import { nameThisWindow } from '../api/window-name';
import { Brand } from '../frame/brand';
import { ThemeSelect } from '../frame/theme-select';
import { markingWords } from '../words/marking-words';
import header from '../frame/header.module.css';
import { AccountForm } from './account-form';
import { PersonaCard } from './persona-card';
import styles from './sign-in-screen.module.css';

/** The four who meet in one incident; everybody else is a step further down. */
const FIRST = 4;

export const SignInScreen = () => {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const enter = (me: Me) => {
    queries.setQueryData(['me'], me);
    void navigate({ to: `/${me.screen}` });
  };
  const personas = useQuery({ queryKey: ['personas'], queryFn: () => call('demoPersonas') });
  const asPersona = useMutation({
    mutationFn: (persona: string) => {
      nameThisWindow();
      return call('demoSignIn', { body: { persona } });
    },
    onSuccess: enter,
  });
  const listed = personas.data ?? [];

  return (
    <div className={styles.page}>
      <header className={header.header}>
        <Brand />
        <div className={header.end}>
          <ThemeSelect />
        </div>
      </header>
      <main className={styles.main}>
        <div className={styles.intro}>
          <h1>One live picture of the same incident</h1>
          <p>
            Street triage and places of safety, from the first call to handover: police control rooms, suites,
            AMHPs and crews see every step within a second.
          </p>
        </div>
        {personas.error instanceof NotReached && (
          <p className={styles.problem}>
            Concord is not answering. Use the telephone and paper forms until it is back.
          </p>
        )}
        {asPersona.error && <p className={styles.problem}>{asPersona.error.message}</p>}
        {listed.length > 0 && (
          <section aria-labelledby="demo" className={styles.demo}>
            <div className={styles.demoHead}>
              <h2 id="demo">Try it as</h2>
              <p className={styles.notReal}>{markingWords(true)}</p>
            </div>
            <ul className={styles.cards}>
              {listed.slice(0, FIRST).map((persona) => (
                <PersonaCard
                  key={persona.persona}
                  persona={persona}
                  busy={asPersona.isPending}
                  large
                  onChoose={asPersona.mutate}
                />
              ))}
            </ul>
            <p className={styles.hint}>
              Open these four in four windows (or private windows) and play one incident through. They share
              one day.
            </p>
            <ul className={styles.more}>
              {listed.slice(FIRST).map((persona) => (
                <PersonaCard
                  key={persona.persona}
                  persona={persona}
                  busy={asPersona.isPending}
                  onChoose={asPersona.mutate}
                />
              ))}
            </ul>
          </section>
        )}
        <AccountForm onEnter={enter} open={listed.length === 0} />
      </main>
    </div>
  );
};
