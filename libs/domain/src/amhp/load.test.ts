import * as fc from 'fast-check';
import type { Named } from '../duty';
import { after, called, granted, START } from '../examples';
import type { AmhpRequest } from './amhp-request';
import { answerOffer, endedRequest, offerTo, reassign, withdrawFrom } from './amhp-request';
import { loadOf } from './load';

fc.configureGlobal({ seed: 1983 });

const team = ['Ada', 'Ben', 'Cai'].map(called);
const [ada, ben, cai] = team as [Named, Named, Named];

const request: AmhpRequest = {
  id: 'request-1',
  areaId: 'area-1',
  incidentId: 'incident-1',
  incidentRef: 'HV-1001',
  calls: 'amhp',
  nth: 1,
  district: 'Harrowdale',
  state: 'unanswered',
  requestedAt: START,
  offers: [],
  assigned: null,
  notBefore: null,
  passedOver: [],
  nobody: null,
  revision: 1,
};
const asked = (to: Named, minute: number, so = request) => offerTo(so, to, after(minute), after(minute + 10));
const answered = (so: AmhpRequest, by: Named, answer: 'accepted' | 'declined' | 'lapsed', minute: number) =>
  granted(answerOffer(so, by, { answer, at: after(minute) }));
const weeks = { from: START, to: after(1000) };
const of = (requests: AmhpRequest[], who: Named, within = weeks) =>
  loadOf(requests, team, within).find((load) => load.who.userId === who.userId);

describe('the load of an AMHP', () => {
  it('names everybody of the team, whoever was asked nothing too', () => {
    expect(loadOf([], team, weeks).map(({ who, offered }) => [who, offered])).toEqual(
      team.map((who) => [who, 0]),
    );
  });

  it('counts each answer once, and the time from acceptance until they were free', () => {
    const declined = answered(asked(ada, 0), ada, 'declined', 2);
    const lapsed = answered(asked(ben, 2, declined), ben, 'lapsed', 12);
    const done = endedRequest(answered(asked(cai, 12, lapsed), cai, 'accepted', 15), 'done', after(195));
    expect(of([done], ada)).toMatchObject({ offered: 1, declined: 1, minutes: 0 });
    expect(of([done], ben)).toMatchObject({ offered: 1, unanswered: 1, minutes: 0 });
    expect(of([done], cai)).toMatchObject({ offered: 1, accepted: 1, minutes: 180 });
  });

  it('counts what goes on until now, and only what falls in the time looked at', () => {
    const carried = answered(asked(ada, 0), ada, 'accepted', 5);
    expect(of([carried], ada)).toMatchObject({ minutes: 995 });
    expect(of([carried], ada, { from: after(100), to: after(160) })).toMatchObject({
      offered: 0,
      minutes: 60,
    });
  });

  it('counts as accepted what they could later not go to, or the lead gave to another, with its time', () => {
    const carried = answered(asked(ada, 0), ada, 'accepted', 5);
    const withdrawn = granted(withdrawFrom(carried, { reason: 'Ill', at: after(35) }));
    expect(of([withdrawn], ada)).toMatchObject({ accepted: 1, minutes: 30 });
    const more = { reason: 'Nearer', at: after(25), answerBy: after(35), obstacle: null };
    expect(of([granted(reassign(carried, ben, more))], ada)).toMatchObject({ accepted: 1, minutes: 20 });
    expect(of([granted(reassign(asked(ada, 0), ben, more))], ada)).toMatchObject({
      accepted: 0,
      other: 1,
      minutes: 0,
    });
  });

  it('adds up: every offer is one answer, for any course of them', () => {
    const course = fc.array(
      fc.tuple(
        fc.constantFrom(...team),
        fc.constantFrom('accepted' as const, 'declined' as const, 'lapsed' as const),
        fc.nat(60),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(course, (said) => {
        const requests = said.map(([who, answer, minute]) =>
          endedRequest(answered(asked(who, minute), who, answer, minute + 5), 'done', after(minute + 65)),
        );
        const loads = loadOf(requests, team, weeks);
        expect(loads.reduce((sum, { offered }) => sum + offered, 0)).toBe(said.length);
        for (const { offered, accepted, declined, unanswered, other, minutes } of loads) {
          expect(accepted + declined + unanswered + other).toBe(offered);
          expect(minutes).toBe(accepted * 60);
        }
      }),
    );
  });
});
