import type { Alternative, Fact, FactDetail, Incident } from '@concord/domain';
import { instant, uuid } from './made-up-incident';
import { SentOn } from './sent-on';

const cafe = uuid(70);
const sent = uuid(101);
const about = { alternativeId: cafe, alternativeName: 'The Lamp' } as const;
const referred: FactDetail = { kind: 'referred', ...about, alternativeKind: 'crisis-cafe', how: 'message' };
const answered = (answer: 'expected' | 'declined' | 'arrived'): FactDetail => ({
  kind: 'referral-answered',
  ...about,
  referralId: sent,
  answer,
  reason: '',
});
const diverted = (alternativeId: string): FactDetail => ({
  kind: 'diverted',
  to: 'crisis-cafe',
  note: '',
  alternativeId,
});
const detained: FactDetail = { kind: 'detained', power: 's136-removed', officer: 'PC Burdock' };

const incident = (...said: FactDetail[]): Incident => {
  const by = { userId: uuid(2), name: 'Cass Merriweather' };
  const facts = [{ kind: 'opened', calledBy: 'Officers' } as const, ...said].map((detail, i): Fact => ({
    ...detail,
    id: uuid(100 + i),
    happenedAt: instant(i),
    recordedAt: instant(i),
    by,
  }));
  return { id: uuid(4), facts } as unknown as Incident;
};

const wrong = (expected: readonly string[], ...said: FactDetail[]): number => {
  const sentOn = new SentOn();
  sentOn.shows({
    id: cafe,
    expected: expected.map((referralId) => ({ referralId })),
  } as unknown as Alternative);
  sentOn.told(incident(...said));
  return sentOn.wrong();
};

describe('whom an alternative expects, counted again', () => {
  it.each<[string, FactDetail[]]>([
    ['somebody referred', [referred]],
    ['and taken', [referred, answered('expected')]],
    ['and on their way there without a detention', [referred, diverted(cafe)]],
  ])('is %s', (_what, said) => {
    expect(wrong([sent], ...said)).toBe(0);
    expect(wrong([], ...said)).toBe(1);
  });

  it.each<[string, FactDetail[]]>([
    ['turned away', [referred, answered('declined')]],
    ['come', [referred, answered('expected'), answered('arrived')]],
    ['gone elsewhere', [referred, diverted(uuid(71))]],
    ['detained after all', [referred, detained]],
  ])('is nobody who has been %s', (_what, said) => {
    expect(wrong([], ...said)).toBe(0);
    expect(wrong([sent], ...said)).toBe(1);
  });

  it('catches somebody of whom no fact tells', () => {
    expect(wrong([uuid(102)], referred)).toBe(1);
  });
});
