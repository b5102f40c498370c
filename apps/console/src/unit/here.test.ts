import { advised, detained, fact, opened, suite } from '../record/test-facts';
import { hereAt } from './here';

const there = [opened, advised, detained, fact(40, suite, { side: 'police' })];
const ended = fact(90, { kind: 'outcome', code: 'no-mental-disorder', note: '' }, { side: 'police' });
const confirmed = (factId: string) => fact(95, { kind: 'confirmed', factId }, { side: 'health' });

describe("who is on a suite's screen", () => {
  it('is whoever is there, and nobody who is elsewhere', () => {
    expect(hereAt(there, 'elm', 'health')).toBe('here');
    expect(hereAt(there, 'rowan', 'health')).toBeUndefined();
    expect(hereAt([opened, advised, detained], 'elm', 'health')).toBeUndefined();
  });

  it('is also whoever absconded from there and may be brought back', () => {
    expect(hereAt([...there, fact(50, { kind: 'absconded', note: '' })], 'elm', 'health')).toBe('absconded');
  });

  it('is somebody whose detention ended there until the suite has said so too', () => {
    const facts = [...there, ended];
    expect(hereAt(facts, 'elm', 'health')).toBe('ended');
    const arrivalId = there[3]?.id ?? '';
    expect(hereAt([...facts, confirmed(ended.id)], 'elm', 'health')).toBe('ended');
    expect(hereAt([...facts, confirmed(ended.id), confirmed(arrivalId)], 'elm', 'health')).toBeUndefined();
  });
});
