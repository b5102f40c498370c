import { after, agreement, called } from '../examples';
import type { Agreement } from './agreement';
import {
  agreementInForce,
  approveDraft,
  draftFrom,
  editDraft,
  withdrawAgreement,
} from './agreement-versions';
import { compareTerms } from './compare';

const [una, sam] = [called('Una'), called('Sam')] as const;
const draft: Agreement = {
  ...draftFrom(agreement, { id: 'v2', version: 2, by: una }),
  effectiveFrom: after(60),
};
const approved = approveDraft(draft, sam, after(0), []) as Agreement;
const shorter = { ...draft, holdAnswerMinutes: 20 };

describe('an agreement', () => {
  it('is drafted from another, and is nobody’s sample any more', () => {
    expect(draft).toMatchObject({
      state: 'draft',
      version: 2,
      basedOn: agreement.id,
      sample: false,
      authors: [una],
    });
    expect(draft.title).not.toContain('illustrative');
  });

  it('binds from its date, not from its approval, and to the minute', () => {
    const all = [approved, agreement];
    expect(agreementInForce(all, after(59))?.id).toBe(agreement.id);
    expect(agreementInForce(all, after(60))?.id).toBe('v2');
    expect(agreementInForce([draft, agreement], after(90))?.id).toBe(agreement.id);
    expect(agreementInForce([], after(0))).toBeUndefined();
  });

  it('of two dated alike, as could once be approved, the later version binds', () => {
    const third = { ...approved, id: 'v3', version: 3 };
    expect(agreementInForce([third, approved], after(60))?.id).toBe('v3');
    expect(agreementInForce([approved, third], after(60))?.id).toBe('v3');
  });

  it('may take the date of a draft, or of a version that was withdrawn', () => {
    const gone = withdrawAgreement(approved, { by: una, reason: 'Too short', at: after(1) }) as Agreement;
    for (const other of [draft, gone]) {
      const third = { ...draft, id: 'v3', version: 3 };
      expect(approveDraft(third, sam, after(2), [agreement, other])).toMatchObject({ state: 'approved' });
    }
  });

  it('remembers everybody who has written in it, each once', () => {
    const once = editDraft(draft, shorter, una) as Agreement;
    expect(once).toMatchObject({ holdAnswerMinutes: 20, authors: [una] });
    expect(editDraft(once, shorter, sam)).toMatchObject({ authors: [una, sam] });
  });

  it.each<[string, unknown, object]>([
    [
      'approved by somebody who wrote in it',
      approveDraft(draft, una, after(0), []),
      { code: 'needs-second-person' },
    ],
    [
      'approved for a time that has passed',
      approveDraft(draft, sam, after(60), []),
      { code: 'time-impossible', details: { field: 'effectiveFrom' } },
    ],
    [
      'approved for the instant at which another that is approved takes effect',
      approveDraft({ ...draft, id: 'v3', version: 3 }, sam, after(0), [agreement, approved]),
      {
        code: 'time-impossible',
        message: `Version 2 is approved already and takes effect at ${after(60)} too: give this draft another time, or withdraw that version first.`,
        details: { field: 'effectiveFrom', version: 2 },
      },
    ],
    [
      'saved when it could not be kept, naming where',
      editDraft(
        draft,
        { ...draft, thresholds: draft.thresholds.map((one) => ({ ...one, stopsOn: [] })) },
        una,
      ),
      {
        code: 'agreement-impossible',
        errors: draft.thresholds.map(({ id }, i) => ({
          field: `thresholds.${i}.stopsOn`,
          message: `${id}: nothing stops it`,
        })),
      },
    ],
    ['changed once approved', editDraft(approved, shorter, una), { code: 'not-allowed-in-this-state' }],
    [
      'approved twice',
      approveDraft(approved, called('Ora'), after(1), []),
      { code: 'not-allowed-in-this-state' },
    ],
    [
      'withdrawn once in force',
      withdrawAgreement(approved, { by: una, reason: 'Too short', at: after(60) }),
      { code: 'not-allowed-in-this-state' },
    ],
  ])('is not %s', (_what, answer, expected) => {
    expect(answer).toMatchObject({ refused: true, ...expected });
  });

  it('may be withdrawn before it takes effect, and then never does', () => {
    const gone = withdrawAgreement(approved, { by: una, reason: 'Too short', at: after(59) }) as Agreement;
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: { by: una, reason: 'Too short' } });
    expect(agreementInForce([gone, agreement], after(90))?.id).toBe(agreement.id);
    expect(withdrawAgreement(gone, { by: sam, reason: 'Again', at: after(60) })).toMatchObject({
      code: 'not-allowed-in-this-state',
    });
  });
});

describe('two versions compared', () => {
  it('differ in nothing when nothing was changed', () => {
    expect(compareTerms(agreement, { ...agreement })).toEqual([]);
  });

  it('differ where a figure, a step, a rule or a setting was changed, added or taken out', () => {
    const [first, ...others] = agreement.thresholds;
    if (!first) throw new Error('the sample has no thresholds');
    const [step, ...steps] = first.ladder;
    const after = {
      ...agreement,
      holdAnswerMinutes: 20,
      thresholds: [
        {
          ...first,
          ladder: [{ afterMinutes: step?.afterMinutes ?? 0, duties: ['amhp-lead'] as const }, ...steps],
        },
        ...others.slice(1),
      ],
    };
    const changes = compareTerms(agreement, after);
    expect(changes).toContainEqual({ field: 'holdAnswerMinutes', before: '30', after: '20' });
    expect(changes).toContainEqual({
      field: `thresholds.${first.id}.ladder.5.duties`,
      before: 'control-room',
      after: 'amhp-lead',
    });
    const removed = changes.filter(({ field }) => field.startsWith(`thresholds.${others[0]?.id}.`));
    expect(removed.length).toBeGreaterThan(5);
    expect(removed.every(({ after: gone }) => gone === null)).toBe(true);
    expect(changes).toHaveLength(2 + removed.length);
  });

  it('never differ in what is not a term: who approved it, its number, its state', () => {
    expect(compareTerms(approved, draft)).toEqual([]);
  });
});
