import type { Actor, Alternative, Refusal } from '@concord/domain';
import { hasCome, holdsDuty, refuse, refused } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound, notYours } from '../command';
import { addFact } from '../incident/save-incident';
import type { Store } from '../ports';

type Input = Given<CommandOf<'answerReferral'> & { alternativeId: string; referralId: string }>;

const notTheirs = (actor: Actor, { id, name }: Alternative): Refusal | undefined =>
  actor.placeIds.includes(id) || holdsDuty(actor, 'control-room')
    ? undefined
    : notYours(`Only ${name}, or the control room on its word, says who comes there.`);

/**
 * What an alternative says of somebody referred to it: expected, cannot be taken, has come, or did not come.
 * It goes on the incident's record, whether or not that is closed. Refuses `not-your-duty`, `reason-needed` for
 * one who cannot be taken, and `not-found` when they are not expected there any more.
 */
export const answerReferral = (store: Store, actor: Actor, input: Input): Promise<Alternative | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('answer-referral', input), async (tx) => {
    const { alternativeId, referralId, answer, reason } = input;
    const at = await tx.get('alternative', alternativeId);
    if (!at) return notFound('alternative');
    const no = notTheirs(actor, at);
    if (no) return no;
    const expected = at.expected.find((each) => each.referralId === referralId);
    if (!expected) return refuse('not-found', `${at.name} expects nobody by that referral any more.`);
    if (answer === 'declined' && reason === '')
      return refuse('reason-needed', 'Say why they cannot be taken.', { details: { field: 'reason' } });
    if (answer === 'arrived') await tx.put('alternative', hasCome(at, referralId));
    const noted = await addFact(tx, expected.incidentId, nameOf(actor), {
      kind: 'referral-answered',
      referralId,
      alternativeId,
      alternativeName: at.name,
      answer,
      reason,
    });
    if (refused(noted)) return noted;
    const after = await tx.get('alternative', alternativeId);
    return { ...(after ?? at), revision: tx.revision };
  });
