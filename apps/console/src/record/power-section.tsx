import type { Incident } from '@concord/domain';
import { detentionOf, firstOf } from '@concord/domain';
import { powerWords } from '../words/law-codes';
import { At, Facts, None, Rows, Section } from './parts';

/** Under what power, on whose decision, and who was consulted before it. */
export const PowerSection = ({ incident: { facts } }: { readonly incident: Incident }) => {
  const detained = detentionOf(facts);
  const diverted = firstOf(facts, 'diverted');
  return (
    <Section title="Power and consultation">
      {detained ? (
        <Rows
          rows={[
            { label: 'Power', says: `Mental Health Act 1983 ${powerWords[detained.power]}` },
            { label: 'Decided', says: <At at={detained.happenedAt} /> },
            { label: 'By', says: detained.officer },
          ]}
        />
      ) : (
        <None>
          {diverted ? 'Nobody was detained.' : 'Nobody has been detained under this record so far.'}
        </None>
      )}
      <Facts
        facts={facts}
        kinds={['warrant-entered', 'advice-sought', 'advice-not-practicable', 'diverted', 'arrested']}
        label="Warrant, consultation under s136(1C), diversion and arrest"
        none="No consultation under s136(1C) has been recorded."
      />
    </Section>
  );
};
