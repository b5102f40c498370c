import type { GuestOutline, Instant, Lending, LendingRules } from '@concord/domain';
import { needWords } from '../beds/place-words';
import { timeInList } from '../time/london';
import { hoursMinutes, left } from '../time/span';
import { ageBandWords, sexWords } from '../words/codes';

/** What the lender allows, a rule at a time; nothing where it allows everything. */
export const rulesWords = ({ atMost, ages, hours, needsYes, ranked }: LendingRules): string[] => [
  ...(atMost === null ? [] : [atMost === 0 ? 'shown, not lent' : `at most ${atMost} at once`]),
  ...(ages === 'any-age' ? [] : [`${ageBandWords[ages].toLowerCase()} only`]),
  ...(hours ? [`${hours.from} to ${hours.to} only`] : []),
  ...(needsYes ? ['each person needs the lender’s yes'] : []),
  ...(ranked === 'as-own' ? ['ranked among the borrower’s own'] : []),
];

const leftWords = (until: Instant, now: Instant): string => {
  const days = Math.floor(left(until, now) / 86_400_000);
  return days < 2 ? hoursMinutes(left(until, now)) : `${days} days`;
};

/** "3:12 left, until 21:00", "30 days left, until 17:15 23-Dec", "begins 20:00, until 08:00 Mon", "ended 21:00". */
export const lentForWords = ({ state, from, until, ended }: Lending, now: Instant): string => {
  if (ended) return `${state} ${timeInList(ended.at, now)}`;
  const end = `until ${timeInList(until, now)}`;
  return state === 'agreed'
    ? `begins ${timeInList(from, now)}, ${end}`
    : `${leftWords(until, now)} left, ${end}`;
};

const guestAges: Readonly<Record<GuestOutline['age'], string>> = {
  adult: 'adult',
  'under-18': 'under 18',
  'not-known': 'age not known: treat as under 18',
};

/** "adult, female · needs: step-free". */
export const guestWords = ({ age, sex, needs }: GuestOutline): string =>
  [
    `${guestAges[age]}, ${sexWords[sex].toLowerCase()}`,
    needs.length > 0 && `needs: ${needs.map((need) => needWords[need]).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
