import type { AgreedThreshold, Agreement, AgreementTerms } from '@concord/domain';
import { plusMinutes, termsOf } from '@concord/domain';
import type { Person } from '@concord/testing';
import { accepted } from '@concord/testing';

/** "Place of safety found" is over after so many minutes, and somebody is called then. */
export const placeFoundWithin = (
  terms: AgreementTerms,
  minutes: number,
): Pick<AgreementTerms, 'thresholds'> => ({
  thresholds: terms.thresholds.map((one) =>
    one.id === 'place-found'
      ? {
          ...one,
          soonAfterMinutes: 5,
          dueAfterMinutes: 5,
          overAfterMinutes: minutes,
          ladder: [
            { afterMinutes: 5, duties: ['control-room'] },
            { afterMinutes: minutes, duties: ['duty-inspector'] },
          ],
        }
      : one,
  ),
});
/** One wait of a version with some of its terms changed. */
export const changing = (
  { thresholds }: AgreementTerms,
  id: string,
  to: Partial<AgreedThreshold>,
): Pick<AgreementTerms, 'thresholds'> => ({
  thresholds: thresholds.map((one) => (one.id === id ? { ...one, ...to } : one)),
});

/** Versions of an agreement as two people make them: one writes, another approves. They take effect in an hour unless it is said. */
export class Agreeing {
  constructor(
    private readonly writer: Person,
    private readonly approver: Person,
    private readonly start: string,
  ) {}

  async inForce(): Promise<Agreement> {
    return accepted(await this.writer.get<Agreement>('agreement'), 'agreement');
  }

  async drafted(): Promise<Agreement> {
    const { id: basedOn } = await this.inForce();
    return accepted(await this.writer.post<Agreement>('agreements', { basedOn }), 'draft');
  }

  edit(draft: Agreement, terms: Partial<AgreementTerms>) {
    return this.writer.post<Agreement>(`agreements/${draft.id}/terms`, {
      terms: { ...termsOf(draft), effectiveFrom: plusMinutes(this.start, 60), ...terms },
      seenRevision: draft.revision,
    });
  }

  approve(draft: Agreement, by = this.approver) {
    return by.post<Agreement>(`agreements/${draft.id}/approve`, { seenRevision: draft.revision });
  }
}
