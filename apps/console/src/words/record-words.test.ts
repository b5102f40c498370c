import type { FactOf, Holding } from '@concord/domain';
import { holdingAt, twoSidedFacts } from '@concord/domain';
import { putRightWords, toldWords } from '../incidents/told-words';
import { apartWords, saysWords } from '../incidents/two-sides';
import { advised, after, detained, fact, opened, suite } from '../record/test-facts';
import { factLine } from './fact-line';
import { holdingWords } from './holding-words';
import { spanWords } from './line';

const before = [opened, advised, detained];
const arrived = fact(14, suite, { side: 'police' });

describe('the outcome', () => {
  const line = (voluntaryHelp: FactOf<'outcome'>['voluntaryHelp']) =>
    factLine(fact(200, { kind: 'outcome', code: 'no-mental-disorder', note: '', voluntaryHelp }));

  it('says what help was offered on letting go, and whether it was taken', () => {
    expect(line({ offered: 'crisis-cafe', accepted: true })).toMatch(/Offered Crisis café \(accepted\)/);
    expect(line({ offered: 'helpline', accepted: false })).toMatch(/Offered Helpline \(declined\)/);
    expect(line({ offered: 'family-or-gp' })).toMatch(/Family or GP \(answer not recorded\)/);
    expect(line({ offered: 'no-further-need' })).toMatch(/No further help was needed/);
    expect(line(undefined)).not.toMatch(/[Oo]ffered/);
  });
});

describe('who is holding the person', () => {
  const now = after(120);
  const words = (...more: Parameters<typeof holdingAt>[0]) =>
    holdingWords(holdingAt([...before, ...more], now) as Holding, now);

  it('is police from the detention until somebody accepts by name', () => {
    expect(words()).toBe('Police (PC Ames) since 02:00');
    expect(words(arrived)).toBe('Police (PC Ames) since 02:00, at Elm Suite: nobody has accepted yet');
    expect(words(arrived, fact(30, { kind: 'handed-over', acceptedBy: 'N. Osei' }))).toBe(
      'Elm Suite (N. Osei) since 02:30',
    );
  });

  it('is nobody when police leave before that, and when the person is gone', () => {
    expect(words(arrived, fact(40, { kind: 'police-left', agreedRisk: 'calm', officer: 'PC Ames' }))).toBe(
      'Nobody since 02:40: police left Elm Suite and nobody has accepted',
    );
    expect(words(arrived, fact(50, { kind: 'absconded', note: '' }))).toBe('Nobody since 02:50: absconded');
  });

  it('is whoever conveys from one place to another', () => {
    expect(
      words(
        arrived,
        fact(30, { kind: 'handed-over', acceptedBy: 'N. Osei' }),
        fact(60, { kind: 'conveyance-started', mode: 'ambulance' }),
      ),
    ).toBe('On the way (ambulance) since 03:00');
  });
});

describe('how a fact came to be told', () => {
  it('says whose word it is, and how late and why it was entered', () => {
    expect(toldWords(fact(10, { kind: 'noted', text: '' }))).toBe('PC Ames');
    expect(
      toldWords(
        fact(10, { kind: 'noted', text: '' }, { recordedAt: after(52), late: 'paper', source: 'Sgt Vale' }),
      ),
    ).toBe('PC Ames · on the word of Sgt Vale · entered 42 min later, from paper');
  });

  it('says who put it right, when and why', () => {
    const correction = fact(
      30,
      { kind: 'noted', text: '' },
      { corrects: { factId: 'x', reason: 'misheard' } },
    );
    expect(putRightWords(correction, 'corrected', after(40))).toBe('corrected 02:30 by PC Ames: misheard');
  });
});

describe('what two agencies say', () => {
  it('is who has not confirmed, then both times and how far apart', () => {
    const [waiting] = twoSidedFacts([...before, arrived]);
    expect(waiting && saysWords(waiting, after(60))).toBe('Police say 02:14; health has not confirmed');
    const disputed = fact(
      30,
      { kind: 'disputed', factId: arrived.id, saysAt: after(21), reason: 'door log' },
      { side: 'health' },
    );
    const [both] = twoSidedFacts([...before, arrived, disputed]);
    expect(both && saysWords(both, after(60))).toBe('Police say 02:14; health says 02:21');
    expect(both && apartWords(both)).toBe('7 min apart');
    expect(both?.mismatch).toBe(true);
  });
});

it('spans are hours and minutes', () => {
  expect([45, 60, 390, 0].map(spanWords)).toEqual(['45 min', '1 h', '6 h 30 min', '0 min']);
});
