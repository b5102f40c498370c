import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** The key that does the same, shown inside the button. */
  readonly shortcut?: string;
  readonly large?: boolean;
  readonly children: ReactNode;
}

export const Button = ({
  look = 'secondary',
  shortcut,
  large,
  children,
  type = 'button',
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={type}
    className={styles.button}
    data-look={look}
    data-large={large || undefined}
    aria-keyshortcuts={shortcut}
  >
    <span className={styles.label}>{children}</span>
    {shortcut && (
      <kbd className={styles.key} aria-hidden="true">
        {shortcut}
      </kbd>
    )}
  </button>
);
