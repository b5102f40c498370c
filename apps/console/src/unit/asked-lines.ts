import type { Incident, Instant, RiskKind } from '@concord/domain';
import { allOf, currentRisks, lastOf } from '@concord/domain';
import { hourMinute } from '../time/london';
import { personNeedWords, restraintWords } from '../words/person-codes';

/** What a suite asks before it answers, and what has been said of it so far. */
export interface AskedLine {
  readonly label: string;
  readonly says: string;
  /** Nobody has said: it is to be asked, and looks so. */
  readonly unsaid: boolean;
}

const line = (label: string, said: readonly (string | undefined)[], unsaid: string): AskedLine => {
  const words = said.filter((part): part is string => Boolean(part));
  return { label, says: words.join('; ') || unsaid, unsaid: words.length === 0 };
};

/**
 * Needs, restraint, intoxication, medical: what nobody has said is seen too. A risk that is noted stands
 * among the risks, with its source and age, and is not said here a second time.
 */
export const askedLines = ({ person, facts }: Incident, now: Instant): readonly AskedLine[] => {
  const risks = currentRisks(person, now);
  const noted = (...kinds: readonly RiskKind[]) => risks.some(({ kind }) => kinds.includes(kind));
  const needs = person.needs.filter((need) => need !== 'in-restraint').map((need) => personNeedWords[need]);
  const restrained = allOf(facts, 'restrained').map(
    ({ restraint, minutes }) => `${restraintWords[restraint].toLowerCase()}, ${minutes} min`,
  );
  const department = lastOf(facts, 'arrived');
  const ambulance = lastOf(facts, 'ambulance-arrived');
  const seen = [
    department?.placeKind === 'emergency-department'
      ? `seen at ${department.placeName} from ${hourMinute(department.happenedAt)}`
      : undefined,
    ambulance && `ambulance with them from ${hourMinute(ambulance.happenedAt)}`,
  ];
  const spoken = person.interpreter ? `Interpreter: ${person.interpreter}` : undefined;
  const held = person.needs.includes('in-restraint') ? 'in restraint now' : undefined;
  const medical = line('Medical', seen, 'nothing said');
  return [
    line('Needs', [...needs, spoken, person.communicationNeeds], 'none said'),
    line('Restraint', [held, ...restrained], 'none said'),
    ...(noted('drugs-or-alcohol') ? [] : [line('Intoxication', [], 'nothing said')]),
    ...(medical.unsaid && noted('physical-health', 'medication') ? [] : [medical]),
  ];
};
