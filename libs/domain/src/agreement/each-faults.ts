import { alarmDuties } from '../duty';
import type { StatutoryKind } from '../law/statutory-clocks';
import { statutoryNames } from '../law/statutory-clocks';
import type { FieldFault } from '../refusal';
import type { AgreementTerms, StepCalls } from './agreement';

/** A step can ask each of those called to say that they have it only where they can: they see the alarm. */
export const eachFaults = ({ thresholds, statutoryLadders }: AgreementTerms): FieldFault[] => {
  const unseen = (field: string, name: string, ladder: readonly StepCalls[]): FieldFault[] =>
    ladder.flatMap(({ each, duties }, step) => {
      const blind = each ? duties.filter((duty) => !alarmDuties.includes(duty)) : [];
      const words = blind.map((duty) => duty.replace(/-/g, ' ')).join(', ');
      const message = `${name}: each of those called must say that they have it, and these see no such alarm: ${words}`;
      return blind.length === 0 ? [] : [{ field: `${field}.${step}.each`, message }];
    });
  return [
    ...thresholds.flatMap(({ id, ladder }, i) => unseen(`thresholds.${i}.ladder`, id, ladder)),
    ...Object.entries(statutoryLadders).flatMap(([kind, ladder]) =>
      unseen(`statutoryLadders.${kind}`, statutoryNames[kind as StatutoryKind].label, ladder),
    ),
  ];
};
