import {
  after,
  blankIncident,
  details,
  granted,
  lived,
  refusalOf,
  takenBack,
  tell,
  told,
  wayTo,
} from '../examples';
import type { FactDetail } from '../incident/fact';
import type { Power } from '../incident/fact-codes';

const under = (power: Power): FactDetail => ({ ...details.detained, power });
const warrant = (section: 's135-1' | 's135-2'): FactDetail => ({
  ...details['warrant-entered'],
  warrant: section,
});
const opened = lived(blankIncident, ['opened', 0]);

describe('a detention needs, before it', () => {
  it.each<[Power, FactDetail, string]>([
    ['s136-removed', details['advice-sought'], 's136(1C)'],
    ['s136-kept', details['advice-sought'], 's136(1C)'],
    ['s135-1-removed', warrant('s135-1'), 's135(1)'],
    ['s135-1-kept', warrant('s135-1'), 's135(1)'],
    ['s135-2', warrant('s135-2'), 's135(2)'],
  ])('what the law asks for: %s', (power, needs, rule) => {
    expect(refusalOf(tell(opened, under(power), 10))).toMatchObject({
      code: 'unlawful',
      rule: `Mental Health Act 1983 ${rule}`,
    });
    expect(tell(told(opened, needs, 5), under(power), 10)).toHaveProperty('facts');
    // In the same minute, told before or after: a desk writes whole minutes.
    expect(tell(told(opened, needs, 10), under(power), 10)).toHaveProperty('facts');
    expect(refusalOf(tell(told(opened, needs, 11), under(power), 10, { toldAt: 20 })).code).toBe('unlawful');
  });

  it.each<[Power, 's135-1' | 's135-2']>([
    ['s135-1-removed', 's135-2'],
    ['s135-2', 's135-1'],
  ])('the right warrant: %s does not stand on one under %s', (power, section) => {
    expect(refusalOf(tell(told(opened, warrant(section), 5), under(power), 10))).toMatchObject({
      details: { record: ['warrant-entered'] },
    });
  });

  it('no consultation under s135, which is by warrant, and no warrant under s136', () => {
    expect(tell(told(opened, 'advice-sought', 5), under('s135-1-removed'), 10)).toHaveProperty('refused');
    expect(tell(told(opened, warrant('s135-1'), 5), under('s136-removed'), 10)).toHaveProperty('refused');
  });
});

describe('what a detention stands on', () => {
  const consulted = lived(blankIncident, ['opened', 0], ['advice-sought', 5], ['detained', 10]);

  it('cannot be taken back from under it', () => {
    expect(refusalOf(takenBack(consulted, 'fact-2', 60))).toMatchObject({
      code: 'unlawful',
      message: expect.stringContaining('"detained" could not stand') as string,
    });
    const impracticable = lived(
      blankIncident,
      ['opened', 0],
      ['advice-not-practicable', 5],
      ['detained', 10],
    );
    expect(refusalOf(takenBack(impracticable, 'fact-2', 60)).code).toBe('unlawful');
    const warranted = lived(blankIncident, ['opened', 0], [warrant('s135-1'), 5], [under('s135-1-kept'), 10]);
    expect(refusalOf(takenBack(warranted, 'fact-2', 60)).code).toBe('unlawful');
    expect(refusalOf(tell(warranted, warrant('s135-2'), 5, { toldAt: 60, corrects: 'fact-2' })).code).toBe(
      'unlawful',
    );
  });

  it('can, once something else carries it', () => {
    const twice = told(consulted, 'advice-not-practicable', 30);
    expect(takenBack(twice, 'fact-2', 60)).toHaveProperty('facts');
  });

  it('cannot be put right to after it, and can to another minute before it, or to the same', () => {
    const at = (minute: number) =>
      tell(consulted, 'advice-sought', minute, { toldAt: 60, corrects: 'fact-2' });
    expect(refusalOf(at(11)).code).toBe('unlawful');
    for (const minute of [1, 9, 10]) expect(at(minute)).toHaveProperty('facts');
  });

  it('cannot be left behind by the detention, put right to before it', () => {
    const at = (minute: number) => tell(consulted, 'detained', minute, { toldAt: 60, corrects: 'fact-3' });
    expect(refusalOf(at(4)).code).toBe('unlawful');
    expect(at(5)).toHaveProperty('facts');
  });

  it('cannot be swapped for another power that it does not carry', () => {
    expect(
      refusalOf(tell(consulted, under('s135-1-removed'), 10, { toldAt: 60, corrects: 'fact-3' })).rule,
    ).toContain('s135(1)');
  });

  it('may be put right in the very minute of the decision', () => {
    const together = lived(blankIncident, ['opened', 0], ['advice-sought', 10], ['detained', 10]);
    expect(tell(together, 'advice-sought', 10, { toldAt: 60, corrects: 'fact-2' })).toHaveProperty('facts');
    const entered = lived(blankIncident, ['opened', 0], [warrant('s135-1'), 10], [under('s135-1-kept'), 10]);
    expect(tell(entered, warrant('s135-1'), 10, { toldAt: 60, corrects: 'fact-2' })).toHaveProperty('facts');
  });
});

describe('a move after the permitted period', () => {
  const arrived = lived(blankIncident, ...wayTo.arrived);
  const END = 4 + 24 * 60;

  it('is refused: nobody may be taken anywhere under a power that has ended', () => {
    expect(refusalOf(tell(arrived, 'conveyance-started', END))).toMatchObject({
      code: 'unlawful',
      rule: 'Mental Health Act 1983 s136(3), s135(3A)',
      details: { endedAt: after(END) },
    });
    expect(tell(arrived, 'conveyance-started', END - 1)).toHaveProperty('facts');
  });

  it('may be entered after it, if it was made within it', () => {
    expect(tell(arrived, 'conveyance-started', END - 1, { toldAt: END + 60 })).toHaveProperty('facts');
  });

  it('may be made within an extension, given late in the day', () => {
    const extended = told(arrived, details.extended, END - 1);
    expect(tell(extended, 'conveyance-started', END + 60)).toHaveProperty('facts');
  });

  it('goes by the reading that is adopted now, whenever that was decided', () => {
    const late = lived(blankIncident, ...wayTo.conveying, ['arrived', 60]);
    const contested = told(late, 'start-contested', 20, { toldAt: 90, id: 'outside' });
    expect(refusalOf(tell(contested, 'conveyance-started', 30 + 24 * 60)).code).toBe('unlawful');
    const adopted = granted(
      tell(contested, { ...details['reading-adopted'], startFactId: 'fact-5' }, 40 + 24 * 60),
    );
    expect(tell(adopted, 'conveyance-started', 30 + 24 * 60, { toldAt: 50 + 24 * 60 })).toHaveProperty(
      'facts',
    );
  });
});
