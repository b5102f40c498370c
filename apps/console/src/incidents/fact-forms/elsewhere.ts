import type { Alternative, Incident } from '@concord/domain';
import { expectedFrom, lastOf, reachOf } from '@concord/domain';
import { alternativeKindWords, referralHowWords } from '../../words/codes';
import type { Asking, FactField, FactFormOf, FactValues, Words } from './fact-field';

const inOrder = (alternatives: Asking['alternatives']): Alternative[] =>
  [...alternatives.values()].sort((a, b) => a.name.localeCompare(b.name));

const isAlternative = (to: string | undefined): boolean => to !== undefined && to in reachOf;

/** Those of the kind that was chosen. */
const ofThatKind = ({ alternatives }: Asking, { to }: FactValues): Words =>
  Object.fromEntries(
    inOrder(alternatives)
      .filter(({ kind }) => kind === to)
      .map(({ id, name }) => [id, name]),
  );

/** Which one they went to, where the area knows more than its kind. */
export const whichOne: FactField = {
  kind: 'list',
  name: 'alternativeId',
  label: 'Which one',
  words: ofThatKind,
  when: ({ to }) => isAlternative(to),
  blank: 'left-out',
};

/** Somebody who was referred goes there, unless somebody says otherwise. */
export const whereReferred = (incident: Incident): { says: string; first: FactValues } | undefined => {
  const referred = lastOf(incident.facts, 'referred');
  return referred && expectedFrom(incident).has(referred.alternativeId)
    ? {
        says: 'Not detained',
        first: { to: referred.alternativeKind, alternativeId: referred.alternativeId },
      }
    : undefined;
};

export const referralForm: FactFormOf = {
  says: 'Referred to an alternative',
  group: 'course',
  explains: 'None of these is a place of safety: whoever is detained must be at one until they are released.',
  first: { how: 'telephone' },
  fields: [
    {
      kind: 'list',
      name: 'alternativeId',
      label: 'Referred to',
      words: ({ alternatives }) =>
        Object.fromEntries(
          inOrder(alternatives).map(({ id, name, kind }) => [id, `${name} (${alternativeKindWords[kind]})`]),
        ),
    },
    { kind: 'choice', name: 'how', label: 'How', words: referralHowWords },
    {
      kind: 'text',
      name: 'acceptedBy',
      label: 'Who there takes them',
      hint: 'Nothing while nobody has said so',
      blank: 'left-out',
    },
  ],
};
