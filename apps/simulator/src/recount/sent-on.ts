import type { Alternative, Fact, Incident } from '@concord/domain';
import { readAccount } from './account';

/** Of which alternative, and by the fact that first sent them. */
interface Sent {
  readonly to: string;
  readonly kind: string;
  readonly root: string;
}

/** Whom these facts still send somewhere: what was answered for, went another way or ended in a detention is over. */
const sentBy = (facts: readonly Fact[]): Sent[] => {
  if (!facts.some(({ kind }) => kind === 'referred')) return [];
  let sent: Sent[] = [];
  for (const { fact, root } of readAccount(facts).lines) {
    if (fact.kind === 'referred') {
      sent.push({ to: fact.alternativeId, kind: fact.alternativeKind, root });
    } else if (fact.kind === 'referral-answered' && fact.answer !== 'expected') {
      sent = sent.filter((one) => one.root !== fact.referralId);
    } else if (fact.kind === 'diverted') {
      sent = sent.filter(({ to, kind }) =>
        fact.alternativeId === undefined ? kind === fact.to : to === fact.alternativeId,
      );
    } else if (['detained', 'incident-in-error', 'merged-into'].includes(fact.kind)) sent = [];
  }
  return sent;
};

/** Whom each alternative expects, counted again from the facts of every incident alone. */
export class SentOn {
  referrals = 0;
  private readonly byIncident = new Map<string, readonly Sent[]>();
  private readonly shown = new Map<string, string>();
  private readonly seen = new Set<string>();

  told({ id, facts }: Incident): void {
    const sent = sentBy(facts);
    for (const { root } of sent) this.seen.add(root);
    this.referrals = this.seen.size;
    if (sent.length > 0) this.byIncident.set(id, sent);
    else this.byIncident.delete(id);
  }

  shows({ id, expected }: Alternative): void {
    this.shown.set(
      id,
      expected
        .map(({ referralId }) => referralId)
        .sort()
        .join(' '),
    );
  }

  /** How many alternatives now expect others than the facts send there. */
  wrong(): number {
    const sent = [...this.byIncident.values()].flat();
    return [...this.shown].filter(
      ([id, list]) =>
        sent
          .filter(({ to }) => to === id)
          .map(({ root }) => root)
          .sort()
          .join(' ') !== list,
    ).length;
  }
}
