import type { Fact, FactKind, Incident } from '@concord/domain';
import { Facts, Section } from './parts';

const amhpKinds = (facts: readonly Fact[]): FactKind[] =>
  facts.map(({ kind }) => kind).filter((kind) => kind.startsWith('amhp-'));

/** The AMHP request with every offer and answer, the assessment, and the search for a bed. */
export const AssessmentSection = ({ incident: { facts } }: { readonly incident: Incident }) => (
  <Section title="AMHP, assessment and bed">
    <Facts
      facts={facts}
      kinds={[...amhpKinds(facts), 'assessment-started']}
      label="AMHP request, offers and assessment"
      none="No AMHP has been asked for."
    />
    <Facts
      facts={facts}
      kinds={['bed-sought', 'bed-found']}
      label="Bed"
      none="No search for a bed is recorded."
    />
  </Section>
);
