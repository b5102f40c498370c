import type { FactOf, Power } from '@concord/domain';
import { diversionWords, outcomeWords } from './codes';
import { admissionWords, competingBasisWords, extensionGroundWords } from './law-codes';
import type { LinesFor } from './line';
import { spanWords, withMore } from './line';

type Kinds =
  | 'warrant-entered'
  | 'detained'
  | 'assessment-started'
  | 'start-contested'
  | 'reading-adopted'
  | 'extended'
  | 'bed-sought'
  | 'bed-found'
  | 'arrested'
  | 'consent-withdrawn'
  | 'station-check'
  | 'station-review'
  | 'outcome'
  | 'closed';

type VoluntaryHelp = NonNullable<FactOf<'outcome'>['voluntaryHelp']>;

const under: Readonly<Record<Power, string>> = {
  's136-removed': 's136 (removed)',
  's136-kept': 's136 (kept)',
  's135-1-removed': 's135(1) (removed)',
  's135-1-kept': 's135(1) (kept)',
  's135-2': 's135(2) (patient retaken)',
};

const helpWords = ({ offered, accepted }: VoluntaryHelp): string => {
  if (offered === 'no-further-need') return 'No further help was needed';
  const answer = accepted === undefined ? 'answer not recorded' : accepted ? 'accepted' : 'declined';
  return `Offered ${diversionWords[offered]} (${answer})`;
};

export const detentionLines: LinesFor<Kinds> = {
  'warrant-entered': ({ warrant, officer, amhp, doctor }) =>
    `Entered under a ${warrant === 's135-2' ? 's135(2)' : 's135(1)'} warrant: ${officer}, AMHP ${amhp}, doctor ${doctor}`,
  detained: ({ power, officer }) => `Detained under ${under[power]} by ${officer}`,
  'assessment-started': ({ amhp }) => `Assessment started by ${amhp}`,
  'start-contested': ({ basis, note }) =>
    withMore(`Claimed: the 24 hours began here. ${competingBasisWords[basis]}`, note),
  'reading-adopted': ({ reason }) => `Reading of the start adopted: ${reason}`,
  extended: ({ minutes, doctor, ground, reason, superintendent, evidence }) =>
    withMore(
      `Extended by ${spanWords(minutes)} by ${doctor} (${extensionGroundWords[ground].toLowerCase()})`,
      reason,
      superintendent && `Approved by ${superintendent}`,
      evidence && `Shown by: ${evidence}`,
    ),
  'bed-sought': ({ admission, note }) =>
    withMore(`Bed sought (${admissionWords[admission].toLowerCase()})`, note),
  'bed-found': ({ where }) => `Bed found: ${where}`,
  arrested: ({ offence, officer }) => `Arrested by ${officer}: ${offence}`,
  'consent-withdrawn': ({ withdrawnBy }) => `Agreement to use the home withdrawn by ${withdrawnBy}`,
  'station-check': ({ professional, note }) => withMore(`Checked by ${professional}`, note),
  'station-review': ({ custodyOfficer, conditionsStillMet, asleepNoRiskFlagged, nextWithinMinutes }) =>
    `Custody review by ${custodyOfficer}: ${
      conditionsStillMet
        ? `conditions still met${asleepNoRiskFlagged ? ', asleep, no risk flagged' : ''}, next within ${spanWords(nextWithinMinutes)}`
        : 'conditions no longer met, to be moved out'
    }`,
  outcome: ({ code, note, doctor, voluntaryHelp }) =>
    withMore(
      outcomeWords[code],
      note,
      doctor &&
        `Examined by ${doctor.name}${doctor.section12 ? ' (s12)' : `, not s12 approved${doctor.whyNot ? ` (${doctor.whyNot})` : ''}`}`,
      voluntaryHelp && helpWords(voluntaryHelp),
    ),
  closed: ({ note }) => withMore('Closed', note),
};
