import type { BodyOf } from '@concord/contracts';
import type { Confidence, RiskKind } from '@concord/domain';

/** A risk as a form holds it. */
export interface RiskDetail {
  readonly note: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly hours: RiskHours;
}

export interface RiskEntry extends RiskDetail {
  readonly kind: RiskKind;
}

/** How long others need to know it; nothing is kept on a person for life. */
export const riskHoursWords = {
  '24': '24 hours',
  '72': '3 days',
  '168': '7 days',
  '720': '30 days',
} as const;
export type RiskHours = keyof typeof riskHoursWords;
export const riskHours = ['24', '72', '168', '720'] as const satisfies readonly RiskHours[];

export const nothingSaid: RiskDetail = { note: '', source: '', confidence: 'reported', hours: '72' };

type RiskBody = Extract<BodyOf<'recordFact'>, { kind: 'risk-noted' }>['risk'];

export const riskToSend = ({ kind, note, source, confidence, hours }: RiskEntry): RiskBody => ({
  kind,
  note: note.trim(),
  source: source.trim(),
  confidence,
  expiresInHours: Number(hours),
});
