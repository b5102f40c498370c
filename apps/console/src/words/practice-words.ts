import type { Language, Nation, Power } from '@concord/domain';
import { practiceIn, sectionCounted } from '@concord/domain';

export const nationWords: Readonly<Record<Nation, string>> = { england: 'England', wales: 'Wales' };

const languageWords: Readonly<Record<Language, string>> = { english: 'English', welsh: 'Welsh' };

/** "Code of Practice (England, 2015), para 16.26": where the Code says from when the 24 hours run. */
export const startInCode = (nation: Nation): string => {
  const { code, startOfPeriod } = practiceIn[nation];
  const cited = code.replace('Mental Health Act 1983: ', '');
  return startOfPeriod.paragraph ? `${cited}, para ${startOfPeriod.paragraph}` : cited;
};

/** The health return and the legal status it counts this power as, or that it is not known. */
export const healthReturnWords = (nation: Nation, power: Power | undefined): string => {
  const { healthReturn } = practiceIn[nation];
  if (!healthReturn) return 'not known for this nation';
  const section = power && sectionCounted(power);
  return section
    ? `${healthReturn.name}, legal status ${healthReturn.legalStatus[section]} (${section})`
    : healthReturn.name;
};

/** In which languages, where it is more than one; nothing where English alone is named. */
export const moreLanguages = (nation: Nation): string | undefined => {
  const { languages } = practiceIn[nation];
  return languages.length > 1
    ? `${nationWords[nation]}: the person may ask for the rights leaflet and this record in ${languages.map((one) => languageWords[one]).join(' or ')}.`
    : undefined;
};
