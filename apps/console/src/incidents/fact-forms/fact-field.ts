import type { Alternative, Incident, Instant, Room } from '@concord/domain';
import type { KnownPlace } from '../around';

/** What a form holds, as typed: by the path of each field in its fact, such as `doctor.name`. */
export type FactValues = Readonly<Record<string, string>>;

/** What a field may look at to know whether it is asked, and what it offers. */
export interface Asking {
  readonly incident: Incident;
  /** Places of the area, and those outside it that took this person. */
  readonly places: ReadonlyMap<string, KnownPlace>;
  readonly alternatives: ReadonlyMap<string, Alternative>;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly now: Instant;
}

export type Words = Readonly<Record<string, string>>;

interface Shared {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Asked only then. */
  readonly when?: (values: FactValues, asking: Asking) => boolean;
  /**
   * What a blank means, where it need not be filled in: nothing is said; there is none; or, where it was
   * said before, it is unsaid.
   */
  readonly blank?: 'left-out' | 'none' | 'unsaid';
}

interface Coded extends Shared {
  readonly kind: 'choice' | 'list';
  readonly words: Words | ((asking: Asking, values: FactValues) => Words);
}

export type FactField =
  | (Shared & { readonly kind: 'text'; readonly lines?: boolean })
  /** A `span` is typed as hours, `6` or `6:30`, and sent as minutes. A `tick` is false until it is made. */
  | (Shared & { readonly kind: 'number' | 'span' | 'yes-no' | 'tick' | 'place' })
  | Coded;

/**
 * In which part of the list a fact is offered; those of the course itself stand outside,
 * in sight, and what is said of the person or of another fact is offered there.
 */
export type FormGroup = 'course' | 'law' | 'care' | 'journey' | 'station' | 'record' | 'where-it-is-about';

/** How one kind of fact is asked for. */
export interface FactFormOf {
  /** The button, and what is said once it is recorded. */
  readonly says: string;
  readonly group: FormGroup;
  readonly timeLabel?: string;
  /** Why it is asked, or what it does not do. */
  readonly explains?: string | ((asking: Asking) => string | undefined);
  readonly first?: FactValues;
  /** What is different of one incident: there, the form says and begins with something else. */
  readonly here?: (incident: Incident) => { readonly says: string; readonly first: FactValues } | undefined;
  readonly fields: readonly FactField[];
}

export type FormsOf<Kinds extends string> = Readonly<Record<Kinds, FactFormOf>>;

export const wordsOf = ({ words }: Coded, asking: Asking, values: FactValues): Words =>
  typeof words === 'function' ? words(asking, values) : words;

export const note: FactField = { kind: 'text', name: 'note', label: 'Note', lines: true };
export const officer: FactField = { kind: 'text', name: 'officer', label: 'Officer' };
export const because: FactField = { kind: 'text', name: 'reason', label: 'Why', lines: true };

/** Asked once another field has been filled in. */
export const said =
  (name: string) =>
  (values: FactValues): boolean =>
    Boolean(values[name]?.trim());
