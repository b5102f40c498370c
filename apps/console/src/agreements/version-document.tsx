import type { Agreement, StatutoryKind } from '@concord/domain';
import { statutoryNames } from '@concord/domain';
import { Link } from '@tanstack/react-router';
import { Panel } from '../kit/panel';
import styles from './agreements.module.css';
import { GeneralTerms } from './general-terms';
import { StatutoryCard } from './statutory-card';
import { ThresholdCard } from './threshold-card';

const kinds = Object.keys(statutoryNames) as StatutoryKind[];

/** One version as a document to be read, from whom it binds to who is called at which minute. */
export const VersionDocument = ({ agreement }: { readonly agreement: Agreement }) => (
  <>
    {agreement.sample && (
      <p className={styles.notice}>
        <strong>A sample.</strong> No area has agreed these figures. They give a first agreement its shape:
        draft a version from it and put your own.
      </p>
    )}
    <Panel title="What is agreed">
      <div className={styles.body}>
        <GeneralTerms agreement={agreement} />
      </div>
    </Panel>
    <Panel title={`Waits (${agreement.thresholds.length})`}>
      <div className={styles.body}>
        <p className={styles.note}>
          Steps are counted from when the clock started, however late anybody learnt of it. Of several rules
          for one wait the most specific governs: kind of place before age, age before hour.
        </p>
        {agreement.thresholds.map((threshold) => (
          <ThresholdCard key={threshold.id} threshold={threshold} />
        ))}
      </div>
    </Panel>
    <Panel title="Warnings of legal times" aside={<Link to="/law">Law in force</Link>}>
      <div className={styles.body}>
        <p className={styles.note}>
          That these times run, and for how long, is law and no agreement changes it. Agreed is who is warned,
          and when; at the end somebody is always called.
        </p>
        {kinds.map((kind) => (
          <StatutoryCard key={kind} kind={kind} steps={agreement.statutoryLadders[kind]} />
        ))}
      </div>
    </Panel>
  </>
);
