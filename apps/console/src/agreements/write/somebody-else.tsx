import type { Agreement } from '@concord/domain';
import { termsOf } from '@concord/domain';
import { Button } from '../../kit/button';
import { Glyph } from '../../kit/glyph';
import styles from '../agreements.module.css';
import { changeLines } from '../change-words';
import { useNames } from '../use-names';
import { mergeTerms } from './merge-terms';
import type { Draft } from './use-draft';

interface Props {
  readonly draft: Draft;
  readonly theirs: Agreement;
}

/** Somebody else saved this draft while I was typing: what they changed, and the ways on. Nothing typed is lost by any but the last. */
export const SomebodyElse = ({ draft, theirs }: Props) => {
  const { base, terms } = draft;
  const names = useNames();
  const changed = changeLines(base, theirs, names);
  const merged = mergeTerms(termsOf(base), terms, termsOf(theirs));
  return (
    <section className={styles.notice} role="alert" data-testid="somebody-else">
      <p>
        <Glyph name="due" size={14} />{' '}
        <strong>Somebody else saved version {theirs.version} while you were typing.</strong> What you typed is
        kept here and is not saved.
      </p>
      <ul>
        {changed.map(({ field, where, what, before, after }) => (
          <li key={field}>
            {where}, {what.toLowerCase()}: {before ?? 'not said'} → {after ?? 'not said'}
          </li>
        ))}
      </ul>
      {merged.both.length > 0 && (
        <p>
          Both of you changed {merged.both.length === 1 ? 'one term' : `${merged.both.length} terms`}: put
          together, yours is kept there.
        </p>
      )}
      <div className={styles.tools}>
        <Button look="primary" onClick={() => draft.goOnFrom(theirs, merged.terms)}>
          Put the two together
        </Button>
        <Button look="danger" onClick={draft.undo}>
          Throw away what I typed
        </Button>
      </div>
    </section>
  );
};
