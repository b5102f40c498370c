import type { Fact, Incident, Instant, PoliceStationGrounds } from '@concord/domain';
import { Fragment } from 'react';
import { rankWords } from '../words/law-codes';
import { spanWords } from '../words/line';
import { At, Mark, None, Rows, Said, Section, Table } from './parts';
import type { Look, Stay } from './station-stays';
import { staysOf } from './station-stays';

const yesNo = (met: boolean): string => (met ? 'Yes' : 'NO');

const groundsRows = ({
  imminentRiskOfSeriousInjuryOrDeath,
  noOtherPlaceInThePoliceArea,
  healthcareProfessionalThroughout,
  authorisedBy,
}: PoliceStationGrounds) => [
  {
    label: 'Imminent risk of serious injury or death',
    says: yesNo(imminentRiskOfSeriousInjuryOrDeath),
  },
  { label: 'No other place in the police area could hold them', says: yesNo(noOtherPlaceInThePoliceArea) },
  { label: 'Healthcare professional throughout', says: yesNo(healthcareProfessionalThroughout) },
  { label: 'Authorised by', says: `${authorisedBy.name}, ${rankWords[authorisedBy.rank].toLowerCase()}` },
];

const Looks = ({ label, looks }: { readonly label: string; readonly looks: readonly Look<Fact>[] }) =>
  looks.length === 0 ? (
    <None>{label}: none yet, and none is overdue.</None>
  ) : (
    <Table
      label={label}
      heads={['When', label, 'Since the last']}
      rows={looks.map(({ fact, afterMinutes, atMostMinutes, late }) => ({
        key: fact?.id ?? 'missing',
        cells: [
          fact ? <At key="at" at={fact.happenedAt} /> : 'not done',
          fact ? <Said key="said" fact={fact} /> : 'None has been recorded in time.',
          <>
            {spanWords(Math.floor(afterMinutes))}{' '}
            {late && <Mark tone="over">LATE: at most {spanWords(atMostMinutes)}</Mark>}
          </>,
        ],
      }))}
    />
  );

const StayPart = ({ stay }: { readonly stay: Stay }) => {
  const { policeStation, unlawfulBecause, placeName, happenedAt } = stay.arrival;
  return (
    <>
      <h3>{placeName}</h3>
      <Rows
        rows={[
          {
            label: 'There',
            says: (
              <>
                <At at={happenedAt} /> until {stay.until ? <At at={stay.until} /> : 'now'}
              </>
            ),
          },
          ...(policeStation ? groundsRows(policeStation) : []),
          ...(unlawfulBecause
            ? [
                {
                  label: 'Recorded as unlawful',
                  says: (
                    <>
                      <Mark tone="over">UNLAWFUL</Mark> {unlawfulBecause}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Looks label="Checks by a healthcare professional (SI 2017/1036 reg 4)" looks={stay.checks} />
      <Looks label="Custody officer's reviews (SI 2017/1036 reg 5)" looks={stay.reviews} />
    </>
  );
};

/** Nothing at all unless they were at a police station. */
export const StationSection = ({ incident, now }: { readonly incident: Incident; readonly now: Instant }) => {
  const stays = staysOf(incident.facts, now);
  if (stays.length === 0) return null;
  return (
    <Section title="At a police station">
      {stays.map((stay) => (
        <Fragment key={stay.arrival.id}>
          <StayPart stay={stay} />
        </Fragment>
      ))}
    </Section>
  );
};
