import styles from './record.module.css';

const lines = ['Handed over by (name, rank or role)', 'Received by (name, rank or role)'];

/** To be signed by hand where the paper goes with the person. */
export const Signatures = () => (
  <section className={styles.signatures} aria-label="Signatures">
    {lines.map((line) => (
      <div key={line}>
        <p className={styles.rule} />
        <p className={styles.by}>{line}, signature, date and time</p>
      </div>
    ))}
  </section>
);
