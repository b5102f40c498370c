import * as fc from 'fast-check';
import { after, called, granted, refusalOf, START } from '../examples';
import type { Named } from '../duty';
import { refused } from '../refusal';
import type { AmhpRequest, AmhpRequestState } from './amhp-request';
import {
  amhpRequestLifecycle,
  answerOffer,
  endedRequest,
  engagedBy,
  offerTo,
  openOffer,
  reassign,
  whomToAsk,
  withdrawFrom,
} from './amhp-request';
import type { Obstacle } from './why-passed-over';

fc.configureGlobal({ seed: 1983 });

const people = ['Ada', 'Ben', 'Cai', 'Dee'].map(called);
const [ada, ben, cai] = people as [Named, Named, Named];
const nobodyEngaged: ReadonlySet<string> = new Set();
const onAnother: Obstacle = { why: 'on-another', until: null, minutes: null };
const resting: Obstacle = { why: 'resting', until: after(90), minutes: null };
/** Whom to ask when these are engaged and nothing else keeps anybody. */
const asked = (so: AmhpRequest, onCall: readonly Named[], engaged: ReadonlySet<string>, minute = 0) =>
  whomToAsk(so, onCall, ({ userId }) => (engaged.has(userId) ? onAnother : null), {
    at: after(minute),
    answerMinutes: 10,
  });
const nextToAsk = (...given: Parameters<typeof asked>) => asked(...given).next;

const request = (more: Partial<AmhpRequest> = {}): AmhpRequest => ({
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
  ...more,
});
const offered = (to: Named, so = request(), minute = 0) => offerTo(so, to, after(minute), after(minute + 10));
const answer = (so: AmhpRequest, by: Named, what: 'accepted' | 'declined' | 'lapsed', minute = 5) =>
  answerOffer(so, by, { answer: what, at: after(minute) });

describe('an AMHP request', () => {
  it('is offered to one person until a time', () => {
    expect(offered(ada)).toMatchObject({
      state: 'offered',
      assigned: null,
      offers: [{ to: ada, offeredAt: after(0), answerBy: after(10), answer: null }],
    });
  });

  it('belongs to whoever accepts it, from then on', () => {
    const accepted = granted(answer(offered(ada), ada, 'accepted'));
    expect(accepted).toMatchObject({
      state: 'accepted',
      assigned: ada,
      offers: [{ answer: 'accepted', answeredAt: after(5) }],
    });
    expect(openOffer(accepted)).toBeUndefined();
  });

  it('goes on to the next when it is declined, and keeps why', () => {
    const declined = granted(
      answerOffer(offered(ada), ada, { answer: 'declined', at: after(3), reason: 'On a warrant' }),
    );
    expect(declined).toMatchObject({
      state: 'unanswered',
      assigned: null,
      offers: [{ answer: 'declined', reason: 'On a warrant' }],
    });
    expect(nextToAsk(declined, people, nobodyEngaged)).toEqual(ben);
  });

  it('can be answered only by the person it is offered to, who is named to anybody else', () => {
    expect(refusalOf(answer(offered(ada), ben, 'accepted'))).toMatchObject({
      code: 'offer-not-yours',
      details: { offeredTo: ada, answerBy: after(10) },
    });
  });

  it('cannot be answered twice, and says who has it', () => {
    const accepted = granted(answer(offered(ada), ada, 'accepted'));
    expect(refusalOf(answer(accepted, ada, 'accepted'))).toMatchObject({
      code: 'offer-ended',
      message: 'Already taken by Ada.',
      details: { assigned: ada },
    });
  });

  it('cannot be accepted after the offer has lapsed', () => {
    expect(
      refusalOf(answer(granted(answer(offered(ada), ada, 'lapsed', 10)), ada, 'accepted', 11)).code,
    ).toBe('offer-ended');
  });

  it.each(['done', 'withdrawn'] as const)(
    'that is %s is over: no answer is taken and nobody is asked',
    (state) => {
      const over: AmhpRequest = { ...offered(ada), state };
      expect(openOffer(over)).toBeUndefined();
      expect(refusalOf(answer(over, ada, 'accepted'))).toMatchObject({
        code: 'offer-ended',
        details: { state },
      });
      expect(() => offered(ben, over)).toThrow('cannot be offered');
    },
  );

  it('cannot be answered once its time is over, whether or not its lapse is written', () => {
    for (const what of ['accepted', 'declined'] as const)
      expect(refusalOf(answer(offered(ada), ada, what, 10)).code).toBe('offer-ended');
    expect(granted(answer(offered(ada), ada, 'accepted', 9.9)).state).toBe('accepted');
  });

  it('can be accepted from a time to come, within twelve hours', () => {
    const from = (minute: number) =>
      answerOffer(offered(ada), ada, { answer: 'accepted', at: after(5), notBefore: after(minute) });
    expect(granted(from(95))).toMatchObject({ state: 'accepted', assigned: ada, notBefore: after(95) });
    expect(refusalOf(from(5)).code).toBe('time-impossible');
    expect(granted(from(5 + 12 * 60)).notBefore).toBe(after(5 + 12 * 60));
    expect(refusalOf(from(6 + 12 * 60))).toMatchObject({
      code: 'time-impossible',
      details: { field: 'notBefore' },
    });
  });

  it('is declined with a code, and "other" with a reason in words', () => {
    const declined = (reason: string) =>
      answerOffer(offered(ada), ada, { answer: 'declined', at: after(5), code: 'other', reason });
    expect(refusalOf(declined('  ')).code).toBe('reason-needed');
    expect(granted(declined('At the dentist')).offers[0]).toMatchObject({
      code: 'other',
      reason: 'At the dentist',
    });
  });

  it('withdrawn from, is nobody’s, keeps both times, and forgets from when it was to be', () => {
    const taken = granted(
      answerOffer(offered(ada), ada, { answer: 'accepted', at: after(5), notBefore: after(60) }),
    );
    expect(granted(withdrawFrom(taken, { reason: 'Car broke down', at: after(20) }))).toMatchObject({
      state: 'unanswered',
      assigned: null,
      notBefore: null,
      requestedAt: START,
      offers: [{ answer: 'withdrawn', answeredAt: after(5), endedAt: after(20), reason: 'Car broke down' }],
    });
    expect(refusalOf(withdrawFrom(request({ state: 'done' }), { reason: 'x', at: after(1) })).code).toBe(
      'offer-ended',
    );
  });

  it('over, says when whoever attended was free again, and asks nobody for an answer', () => {
    const carried = granted(answer(offered(ada), ada, 'accepted'));
    expect(endedRequest(carried, 'done', after(200)).offers).toMatchObject([
      { answer: 'accepted', endedAt: after(200) },
    ]);
    expect(endedRequest(offered(ada), 'withdrawn', after(6)).offers).toMatchObject([
      { answer: 'withdrawn', answeredAt: after(6) },
    ]);
  });

  it('is offered to one person at a time: a second offer while one is open is a fault', () => {
    expect(() => offered(ben, offered(ada))).toThrow('cannot be offered');
  });

  it('can be offered again from every state in which somebody may still be needed', () => {
    for (const state of Object.keys(amhpRequestLifecycle) as AmhpRequestState[]) {
      const allowed = amhpRequestLifecycle[state].includes('offered');
      if (allowed)
        expect(offered(ben, request({ state, assigned: ada }))).toMatchObject({
          state: 'offered',
          assigned: null,
        });
      else expect(() => offered(ben, request({ state }))).toThrow();
    }
  });
});

describe('who is asked next', () => {
  it('is the first on call who is free', () => {
    expect(nextToAsk(request(), people, nobodyEngaged)).toEqual(ada);
    expect(nextToAsk(request(), people, new Set([ada.userId]))).toEqual(ben);
    expect(nextToAsk(request(), [], nobodyEngaged)).toBeUndefined();
  });

  it('is somebody new before anybody who let it lapse; then, rather than nobody, the first who did', () => {
    const lapsed = granted(answer(offered(ada), ada, 'lapsed', 10));
    expect(nextToAsk(lapsed, people, nobodyEngaged)).toEqual(ben);
    expect(nextToAsk(lapsed, [ada], nobodyEngaged)).toEqual(ada);
  });

  it('is not the person who is thinking it over', () => {
    expect(nextToAsk(offered(ada), [ada], nobodyEngaged)).toBeUndefined();
  });

  it('is nobody who let it lapse, while somebody else is still thinking it over', () => {
    const lapsed = granted(answer(offered(ada), ada, 'lapsed', 10));
    expect(nextToAsk(offered(ben, lapsed, 11), [ada], nobodyEngaged)).toBeUndefined();
  });

  it('is nobody when all on call have declined', () => {
    const declined = granted(answer(offered(ada), ada, 'declined'));
    expect(nextToAsk(declined, [ada], nobodyEngaged)).toBeUndefined();
  });

  it('is never somebody who declined, nor somebody engaged, nor somebody off call, in any course of answers', () => {
    const course = fc.array(
      fc.record({
        answer: fc.constantFrom('declined' as const, 'lapsed' as const),
        onCall: fc.subarray(people),
        engaged: fc.subarray(people),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(course, (steps) => {
        let so = request();
        for (const { answer: what, onCall, engaged } of steps) {
          const next = nextToAsk(so, onCall, new Set(engaged.map(({ userId }) => userId)));
          if (!next) continue;
          expect(
            so.offers.some(({ to, answer: said }) => to.userId === next.userId && said === 'declined'),
          ).toBe(false);
          expect(onCall).toContainEqual(next);
          expect(engaged).not.toContainEqual(next);
          so = granted(answer(offered(next, so), next, what));
        }
        expect(openOffer(so)).toBeUndefined();
      }),
    );
  });

  it('only ever has one answer to one offer, whoever tries to answer it', () => {
    const tries = fc.array(
      fc.tuple(fc.constantFrom(...people), fc.constantFrom('accepted' as const, 'declined' as const)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(tries, (said) => {
        let so = offered(ada);
        let answers = 0;
        for (const [by, what] of said) {
          const decision = answer(so, by, what);
          if (refused(decision)) continue;
          expect(by).toEqual(ada);
          answers += 1;
          so = decision;
        }
        expect(answers).toBe(said.some(([by]) => by === ada) ? 1 : 0);
      }),
    );
  });
});

describe('the duty lead', () => {
  const given = { reason: 'Nearer', at: after(8), answerBy: after(18), obstacle: null };

  it.each([
    ['whoever has it', granted(answer(offered(ada), ada, 'accepted')), after(5)],
    ['whoever thinks it over', offered(ada), after(8)],
  ])('takes it from %s and offers it to another; both stay on the record', (_who, so, answeredAt) => {
    expect(granted(reassign(so, ben, given))).toMatchObject({
      state: 'offered',
      assigned: null,
      requestedAt: START,
      offers: [
        { to: ada, answer: 'reassigned', answeredAt, reason: 'Nearer' },
        { to: ben, answer: null, offeredAt: after(8), answerBy: after(18) },
      ],
    });
  });

  it('can offer what nobody has taken', () => {
    expect(granted(reassign(request(), ben, given)).offers).toMatchObject([{ to: ben, answer: null }]);
  });

  it('cannot give it to whoever has it, nor to anybody whom something keeps, nor when it is over', () => {
    expect(refusalOf(reassign(offered(ada), ada, given)).code).toBe('not-free');
    expect(refusalOf(reassign(offered(ada), ben, { ...given, obstacle: resting }))).toMatchObject({
      code: 'not-free',
      details: { who: ben, why: 'resting', until: after(90) },
    });
    expect(refusalOf(reassign(request({ state: 'done' }), ben, given)).code).toBe('offer-ended');
  });

  it('does not have the one stood down asked again', () => {
    const declined = granted(answer(granted(reassign(offered(ada), ben, given)), ben, 'declined', 9));
    expect(nextToAsk(declined, [ada, ben, cai], nobodyEngaged)).toEqual(cai);
    expect(nextToAsk(declined, [ada, ben], nobodyEngaged)).toBeUndefined();
  });
});

describe('who is passed over', () => {
  it('is everybody before the one asked whom something keeps, with what it is; nobody after', () => {
    const { next, passedOver } = asked(request(), people, new Set([ada.userId, cai.userId]));
    expect(next).toEqual(ben);
    expect(passedOver).toEqual([{ who: ada, at: after(0), ...onAnother }]);
  });

  it('is nobody who has been asked and said no', () => {
    const declined = granted(answer(offered(ada), ada, 'declined'));
    expect(asked(declined, [ada], new Set([ada.userId]))).toEqual({ next: undefined, passedOver: [] });
  });

  it.each([
    ['on-another', ada],
    ['too-far', ada],
    ['needs-rest', ada],
    ['conflict-of-interest', undefined],
    ['off-duty', undefined],
    ['unwell', undefined],
  ] as const)('who declined as %s is asked again after a while only if that passes', (code, next) => {
    const said = { answer: 'declined', at: after(5), code } as const;
    const declined = granted(answerOffer(offered(ada), ada, said));
    expect(asked(declined, [ada, ben], nobodyEngaged, 15).next).toEqual(ben);
    expect(asked(declined, [ada], nobodyEngaged, 14).next).toBeUndefined();
    expect(asked(declined, [ada], nobodyEngaged, 15).next).toEqual(next);
    const keeps = asked(declined, [ada], new Set([ada.userId]), 15).passedOver;
    expect(keeps.map(({ who }) => who)).toEqual(next ? [ada] : []);
  });

  it('is not the first to let it lapse for ever: whoever was asked longest ago is asked again', () => {
    const once = granted(answer(offered(ada), ada, 'lapsed', 10));
    const twice = granted(answer(offered(ben, once, 10), ben, 'lapsed', 20));
    const again = granted(answer(offered(ada, twice, 20), ada, 'lapsed', 30));
    expect(asked(twice, [ada, ben], nobodyEngaged, 20).next).toEqual(ada);
    expect(asked(again, [ada, ben], nobodyEngaged, 30).next).toEqual(ben);
  });

  it('is said of all, whatever keeps them: whoever on call could still be asked is asked or named', () => {
    const kept = fc.array(fc.option(fc.constantFrom(onAnother, resting)), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.subarray(people), kept, (onCall, keeps) => {
        const obstacle = (who: Named) => keeps[people.indexOf(who)] ?? null;
        const { next, passedOver } = whomToAsk(request(), onCall, obstacle, {
          at: after(0),
          answerMinutes: 10,
        });
        const upTo = next ? onCall.indexOf(next) : onCall.length;
        expect(passedOver.map(({ who }) => who)).toEqual(onCall.slice(0, upTo));
        if (next) expect(obstacle(next)).toBeNull();
      }),
    );
  });
});

describe('who is engaged', () => {
  it('is whoever carries or is considering a live request, and nobody for one that is over', () => {
    const carried = request({ state: 'travelling', assigned: ada });
    const over = request({ state: 'done', assigned: cai });
    expect(engagedBy([carried, offered(ben), over])).toEqual(new Set([ada.userId, ben.userId]));
  });
});
