import type { Incident } from '@concord/domain';
import { searchHandedBack, searchOwed } from '@concord/domain';
import { Glyph } from '../kit/glyph';
import { hourMinute } from '../time/london';
import styles from './places.module.css';

/** Whose task the search for the next place is, where a suite owed it: nobody need ring round twice. */
export const WhoseSearch = ({ incident }: { readonly incident: Incident }) => {
  const owed = searchOwed(incident.facts);
  const back = searchHandedBack(incident.facts);
  if (!owed && !back) return null;
  return (
    <p className={styles.answer} data-testid="whose-search">
      <Glyph name={owed ? 'mine' : 'due'} size={14} />
      {owed && (
        <span>
          <strong>{owed.placeName}</strong> finds the next place, since {hourMinute(owed.happenedAt)}. You may
          still ask another.
        </span>
      )}
      {back && (
        <span>
          The search is <strong>yours</strong>: {back.placeName} handed it back {hourMinute(back.happenedAt)}:{' '}
          {back.reason}
        </span>
      )}
    </p>
  );
};
