import type { Incident, TwoSided } from '@concord/domain';
import { disputesOf, MISMATCH_MINUTES } from '@concord/domain';
import { conveyanceWords, vehicleReasonWords } from '../words/codes';
import { authoriserWords, sideWords } from '../words/law-codes';
import { attribution } from './attribution';
import { heldBy } from './held-by';
import type { Leg } from './legs';
import { legsOf } from './legs';
import type { Row } from './parts';
import { At, Facts, Mark, None, Rows, Said, Section, Table } from './parts';
import styles from './record.module.css';

/** What the two sides say of one time. */
const Sides = ({ incident, both }: { readonly incident: Incident; readonly both: TwoSided }) => {
  const disputes = disputesOf(incident.facts, both.fact);
  return (
    <>
      <At at={both.fact.happenedAt} />
      {both.fact.side && ` (${sideWords[both.fact.side].toLowerCase()} side)`}
      {(both.waitingFor.length > 0 || disputes.length > 0) && '.'}
      {both.waitingFor.length === 0 && !both.mismatch && disputes.length === 0 && (
        <>
          {' '}
          <Mark tone="running">BOTH SIDES AGREE</Mark>
        </>
      )}
      {both.waitingFor.map((side) => (
        <span key={side}> {sideWords[side]} side has not confirmed it.</span>
      ))}
      {disputes.map((dispute) => (
        <span key={dispute.id}>
          {' '}
          {dispute.side ? `${sideWords[dispute.side]} side` : 'Another'} says <At at={dispute.saysAt} />:{' '}
          {dispute.reason} ({attribution(dispute)}).
        </span>
      ))}
      {both.mismatch && (
        <>
          {' '}
          <Mark tone="due">
            DISPUTED: {Math.round(both.apartMinutes)} min apart (more than {MISMATCH_MINUTES})
          </Mark>
        </>
      )}
    </>
  );
};

const rowsOf = (incident: Incident, { conveyance, arrival, handover, also }: Leg): Row[] => [
  ...(conveyance
    ? [
        { label: 'Set off', says: <At at={conveyance.happenedAt} /> },
        {
          label: 'Conveyed by',
          says: [
            conveyanceWords[conveyance.mode],
            conveyance.policeVehicleReason &&
              `why a police vehicle: ${vehicleReasonWords[conveyance.policeVehicleReason].toLowerCase()}`,
            conveyance.authorisedBy &&
              `authorised by ${conveyance.authorisedBy.name} (${authoriserWords[conveyance.authorisedBy.role].toLowerCase()})`,
          ]
            .filter(Boolean)
            .join('; '),
        },
      ]
    : [{ label: 'Conveyed', says: 'No journey is recorded.' }]),
  ...(arrival
    ? [
        { label: 'Arrived', says: <Sides incident={incident} both={arrival.sides} /> },
        ...(arrival.fact.dwelling
          ? [
              {
                label: 'Agreement (s135(7))',
                says: `${arrival.fact.dwelling.personAgrees ? 'The person agrees' : 'The person does not agree'}; ${arrival.fact.dwelling.occupier ? `occupier: ${arrival.fact.dwelling.occupier}` : 'no other occupier'}`,
              },
            ]
          : []),
      ]
    : [{ label: 'Arrived', says: 'Not yet.' }]),
  ...(handover
    ? [
        { label: 'Handed over', says: <Sides incident={incident} both={handover.sides} /> },
        { label: 'Accepted by', says: handover.fact.acceptedBy },
      ]
    : [{ label: 'Handed over', says: 'No handover is recorded here.' }]),
  ...also.map((fact) => ({
    label: fact.kind === 'police-left' ? 'Police left' : fact.kind === 'absconded' ? 'Absconded' : 'Retaken',
    says: (
      <>
        <At at={fact.happenedAt} /> <Said fact={fact} />
      </>
    ),
  })),
];

const holderWords = { police: 'Police', place: 'The place', conveyance: 'Those conveying', nobody: 'Nobody' };

/** Where they were taken, by what, who had them there, and what the two sides say of it. */
export const PlacesSection = ({ incident }: { readonly incident: Incident }) => {
  const legs = legsOf(incident.facts);
  const held = heldBy(incident.facts);
  return (
    <Section title="Conveyance and places, in turn">
      {legs.length === 0 && <None>Nobody has been taken anywhere.</None>}
      <ol className={styles.legs}>
        {legs.map((leg, index) => (
          <li key={leg.conveyance?.id ?? leg.arrival?.fact.id ?? index}>
            <h3>
              {index + 1}. {leg.arrival ? leg.arrival.fact.placeName : 'On the way'}
            </h3>
            <Rows rows={rowsOf(incident, leg)} />
          </li>
        ))}
      </ol>
      <Facts
        facts={incident.facts}
        kinds={['ambulance-requested', 'ambulance-arrived']}
        label="Ambulance"
        none="No request for an ambulance is recorded."
      />
      {held.length > 0 && (
        <Table
          label="Who held the person"
          heads={['Held by', 'Where', 'From', 'Until']}
          rows={held.map(({ holding, from, until }) => ({
            key: from,
            cells: [
              <>
                {holderWords[holding.by]}
                {holding.by === 'conveyance'
                  ? `: ${conveyanceWords[holding.who as keyof typeof conveyanceWords].toLowerCase()}`
                  : holding.who && `: ${holding.who}`}{' '}
                {holding.unaccepted && <Mark tone="over">POLICE LEFT, NOT ACCEPTED</Mark>}
              </>,
              holding.placeName ?? '',
              <At key="from" at={from} />,
              until ? <At key="until" at={until} /> : 'now',
            ],
          }))}
        />
      )}
    </Section>
  );
};
