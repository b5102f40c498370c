import type { Incident } from '@concord/domain';
import { stateOf } from '@concord/domain';
import { incidentStateWords } from '../words/codes';
import { Facts, Rows, Section } from './parts';

export const OutcomeSection = ({ incident: { facts } }: { readonly incident: Incident }) => (
  <Section title="Outcome">
    <Rows rows={[{ label: 'State', says: incidentStateWords[stateOf(facts)] }]} />
    <Facts
      facts={facts}
      kinds={['outcome', 'closed', 'incident-in-error', 'merged-into']}
      label="How it ended"
      none="It has not ended."
    />
  </Section>
);
