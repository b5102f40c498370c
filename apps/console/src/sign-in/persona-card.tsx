import type { ReplyOf } from '@concord/contracts';
import styles from './sign-in-screen.module.css';

interface Props {
  readonly persona: ReplyOf<'demoPersonas'>[number];
  readonly busy: boolean;
  readonly large?: boolean;
  readonly onChoose: (persona: string) => void;
}

const screenHint: Readonly<Record<string, string>> = {
  console: 'Desk screen',
  unit: 'Phone or desk',
  amhp: 'Phone screen',
  crew: 'Phone screen',
  rota: 'Phone screen',
};

/** One click and signed in: the whole card is the button. */
export const PersonaCard = ({ persona, busy, large, onChoose }: Props) => (
  <li>
    <button
      type="button"
      className={styles.card}
      data-large={large || undefined}
      data-persona={persona.persona}
      disabled={busy}
      onClick={() => onChoose(persona.persona)}
    >
      <span className={styles.label}>{persona.label}</span>
      <span className={styles.does}>{persona.does}</span>
      {large && <span className={styles.screen}>{screenHint[persona.screen] ?? ''}</span>}
    </button>
  </li>
);
