import type { FactField } from './fact-field';

/** Hours as people write them, "6" or "6:30", in minutes. */
export const readSpan = (typed: string): number | undefined => {
  const match = /^(\d{1,2})(?::([0-5]\d))?$/.exec(typed.trim());
  return match ? Number(match[1]) * 60 + Number(match[2] ?? 0) : undefined;
};

const writeSpan = (minutes: number): string =>
  minutes % 60 === 0
    ? `${minutes / 60}`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

type Read = { readonly value: unknown } | { readonly problem: string };

/** One field as its command takes it. Undefined leaves it out: nothing was said of it. */
export const readField = (field: FactField, typed: string | undefined): Read | undefined => {
  if (field.kind === 'tick') return { value: typed === 'yes' };
  const text = typed?.trim() ?? '';
  if (text === '') {
    if (field.blank === 'none' || (field.blank === 'unsaid' && typed !== undefined)) return { value: null };
    return field.kind === 'text' && !field.blank ? { value: '' } : undefined;
  }
  switch (field.kind) {
    case 'yes-no':
      return { value: text === 'yes' };
    case 'number':
      return /^\d+$/.test(text) ? { value: Number(text) } : { problem: 'Write a whole number.' };
    case 'span': {
      const minutes = readSpan(text);
      return minutes === undefined ? { problem: 'Write hours: 6, or 6:30.' } : { value: minutes };
    }
    default:
      return { value: text };
  }
};

/** What a field would hold if somebody had typed what the fact says. */
export const writeField = (field: FactField, value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return field.kind === 'span' ? writeSpan(value) : `${value}`;
  return typeof value === 'string' ? value : undefined;
};
