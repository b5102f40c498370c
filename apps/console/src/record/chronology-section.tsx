import type { Incident } from '@concord/domain';
import { fullTimeWithZone } from '../time/london';
import { factLine } from '../words/fact-line';
import { attribution } from './attribution';
import type { Entry } from './chronology';
import { chronology } from './chronology';
import { At, Mark, Section, Table } from './parts';
import styles from './record.module.css';

const apart = {
  parted: 'NO LONGER OF THIS RECORD',
  repeated: 'TOLD TWICE: the earlier telling stands',
} as const;

const Struck = ({ entry: { fact, struck } }: { readonly entry: Entry }) => {
  if (!struck) return <>{factLine(fact)} </>;
  const by = typeof struck === 'string' ? undefined : struck.by;
  return (
    <>
      <del className={styles.struck}>{factLine(fact)}</del>{' '}
      <Mark tone="stopped">
        {typeof struck === 'string'
          ? apart[struck]
          : by?.kind === 'recorded-in-error'
            ? 'TAKEN BACK'
            : 'CORRECTED'}
      </Mark>{' '}
      {by && (
        <>
          {fullTimeWithZone(by.recordedAt)} by {by.by.name}: {by.corrects?.reason}.{' '}
        </>
      )}
    </>
  );
};

const PutsRight = ({ entry: { fact, putsRight } }: { readonly entry: Entry }) =>
  putsRight && (
    <>
      {fact.kind === 'recorded-in-error' ? 'Takes back' : 'Puts right'} “{factLine(putsRight)}” of{' '}
      {fullTimeWithZone(putsRight.happenedAt)}, because: {fact.corrects?.reason}.{' '}
    </>
  );

const About = ({ entry: { fact, about } }: { readonly entry: Entry }) =>
  about && (
    <>
      Of “{factLine(about)}”, {fullTimeWithZone(about.happenedAt)}
      {fact.kind === 'disputed' && `; says ${fullTimeWithZone(fact.saysAt)}`}.{' '}
    </>
  );

/** Everything that was ever told, in the order in which it happened; what no longer counts is struck, and says why. */
export const ChronologySection = ({ incident }: { readonly incident: Incident }) => (
  <Section title="Full chronology">
    <Table
      label="Full chronology"
      heads={['Happened', 'What', 'Told by']}
      dated
      rows={chronology(incident.facts).map((entry) => ({
        key: entry.fact.id,
        cells: [
          entry.struck ? (
            <del key="at" className={styles.struck}>
              <At at={entry.fact.happenedAt} />
            </del>
          ) : (
            <At key="at" at={entry.fact.happenedAt} />
          ),
          <>
            <Struck entry={entry} />
            <PutsRight entry={entry} />
            <About entry={entry} />
          </>,
          attribution(entry.fact),
        ],
      }))}
    />
  </Section>
);
