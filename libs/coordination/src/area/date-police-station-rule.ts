import type { Actor, Area, Refusal } from '@concord/domain';
import { refuse } from '@concord/domain';
import type { CommandOf } from '@concord/contracts';
import type { Given } from '../command';
import { commandInfo, nameOf, notFound } from '../command';
import type { Store } from '../ports';

type Input = Given<CommandOf<'datePoliceStationRule'>>;

/**
 * Dates a rule on adults at police stations in one nation. It binds detentions that begin from then on;
 * those under way, and the record of the past, keep the rule they began under. Refuses a date that is
 * not to come: the law is not changed behind anybody's back.
 */
export const datePoliceStationRule = (store: Store, actor: Actor, input: Input): Promise<Area | Refusal> =>
  store.change(actor.areaId, nameOf(actor), commandInfo('date-police-station-rule', input), async (tx) => {
    const area = await tx.get('area', actor.areaId);
    if (!area) return notFound('area');
    const { nation, from, adults, source } = input;
    if (from <= tx.now) {
      return refuse(
        'time-impossible',
        'A rule of law is dated before it comes into force: give a day to come.',
        {
          details: { field: 'from', from, now: tx.now },
        },
      );
    }
    const changed: Area = {
      ...area,
      policeStationRules: [
        ...area.policeStationRules.filter((rule) => rule.nation !== nation || rule.from !== from),
        { nation, from, adults, source },
      ],
    };
    await tx.put('area', changed);
    return { ...changed, revision: tx.revision };
  });
