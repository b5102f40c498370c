import type { Incident, Instant } from '@concord/domain';
import { currentRisks } from '@concord/domain';
import { PersonIdentity } from '../incidents/person-identity';
import { ageBasisWords, riskWords, sexWords } from '../words/codes';
import { confidenceWords } from '../words/person-codes';
import { personKnown } from '../words/person-known';
import { under18Line } from '../words/person-line';
import { At, Mark, None, Rows, Section, Table } from './parts';

interface Props {
  readonly incident: Incident;
  readonly now: Instant;
}

const RiskTable = ({ incident, now }: Props) => {
  const current = new Set(currentRisks(incident.person, now));
  const { risks } = incident.person;
  if (risks.length === 0) return <None>No risk has been recorded.</None>;
  return (
    <Table
      label="Risks: need to know"
      heads={['Risk', 'What is known', 'How sure, on whose word', 'Recorded', 'Need to know until']}
      rows={risks.map((risk) => ({
        key: `${risk.kind}${risk.recordedAt}${risk.note}`,
        cells: [
          riskWords[risk.kind],
          risk.note,
          `${confidenceWords[risk.confidence]}: ${risk.source}`,
          <At key="at" at={risk.recordedAt} />,
          <>
            <At at={risk.expiresAt} />{' '}
            {!current.has(risk) && <Mark tone="stopped">EXPIRED: history, not to act on</Mark>}
          </>,
        ],
      }))}
    />
  );
};

/** Who it was, as far as known. Name, date of birth and NHS number only when asked for: the reading is journalled. */
export const PersonSection = ({ incident, now }: Props) => {
  const { person } = incident;
  const under18 = under18Line(person);
  return (
    <Section title="The person">
      <PersonIdentity incidentId={incident.id} />
      <Rows
        rows={[
          {
            label: 'Age',
            says: (
              <>
                {person.ageYears === null
                  ? 'Not known'
                  : `${person.ageYears} (${ageBasisWords[person.ageBasis].toLowerCase()})`}
                {person.appearsUnder18 && '; appears under 18 to an officer'}{' '}
                {under18 && <Mark tone="law">{under18}</Mark>}
              </>
            ),
          },
          { label: 'Sex', says: sexWords[person.sex] },
          ...personKnown(person),
        ]}
      />
      <RiskTable incident={incident} now={now} />
    </Section>
  );
};
