import type { Incident } from '@concord/domain';
import { detentionOf, nationReached, practiceIn } from '@concord/domain';
import { useNation } from '../incidents/use-nation';
import { useAll } from '../live/live-context';
import { healthReturnWords, moreLanguages, nationWords, startInCode } from '../words/practice-words';
import { Rows, Section } from './parts';

/** Whose Code was to be followed, which returns count this record, and what of that could not be verified. */
export const PracticeSection = ({ incident }: { readonly incident: Incident }) => {
  const nation = useNation(incident);
  const reached = nationReached(incident.facts, useAll('place')) !== undefined;
  if (!nation) return null;
  const { code, startOfPeriod, policeReturn, unverified } = practiceIn[nation];
  return (
    <Section title="Code of Practice, returns and language">
      <Rows
        rows={[
          {
            label: 'Nation',
            says: `${nationWords[nation]}, ${reached ? 'of the place of safety reached last' : 'of the area: no place of safety has been reached'}`,
          },
          { label: 'Code', says: code },
          { label: 'On the 24 hours', says: `${startInCode(nation)}: ${startOfPeriod.says}` },
          { label: 'Police return', says: policeReturn },
          { label: 'Health return', says: healthReturnWords(nation, detentionOf(incident.facts)?.power) },
          {
            label: 'Language',
            says: moreLanguages(nation) ?? 'English; another as the person needs, by interpreter',
          },
          { label: 'Not verified', says: unverified.join(' ') },
        ]}
      />
    </Section>
  );
};
