import { sideOf } from '@concord/contracts';
import type { Fact, Incident } from '@concord/domain';
import { refused } from '@concord/domain';
import { useSession } from '../app/session';
import { Glyph } from '../kit/glyph';
import { useAll, useLive, useNow } from '../live/live-context';
import { withLondonTimes } from '../time/london';
import { changesWith } from './changes';
import type { DraftedBy, SaidBody } from './drafts';
import { draftFact, lawFor } from './drafts';
import styles from './what-changes.module.css';

const useDraftedBy = (): DraftedBy | undefined => {
  const { me } = useSession();
  const { areaId } = useLive();
  const area = useAll('area').get(areaId);
  const places = useAll('place');
  const now = useNow();
  return area && { by: me, side: sideOf(area, me.agency.id), area, places, now };
};

interface Props {
  readonly incident: Incident;
  /** The fact as it would be sent; nothing is said in its place where it is taken back. */
  readonly body?: SaidBody;
  readonly corrected?: Fact;
}

/** What the record would say if this were sent now, by the rules that the server uses: shown before anybody presses. */
export const WhatChanges = ({ incident, body, corrected }: Props) => {
  const agreement = useAll('agreement').get(incident.agreementId);
  const drafted = useDraftedBy();
  if (!drafted) return null;
  const { now, by, side } = drafted;
  const fact: Fact | undefined = body
    ? draftFact(body, drafted, corrected)
    : corrected && {
        kind: 'recorded-in-error',
        id: 'draft',
        happenedAt: now,
        recordedAt: now,
        by,
        side,
        corrects: { factId: corrected.id, reason: '–' },
      };
  if (!fact) return null;
  const changes = changesWith(incident, fact, {
    agreement,
    now,
    law: body && lawFor(body, incident, drafted),
  });
  if (refused(changes)) {
    return (
      <div className={styles.changes} data-refused="" data-testid="what-changes">
        <p>
          <Glyph name="law" size={14} />
          <span>
            <strong>Would be refused.</strong> {withLondonTimes(changes.message, now)}
          </span>
        </p>
        {changes.rule && <p className={styles.rule}>{changes.rule}</p>}
      </div>
    );
  }
  if (changes.lines.length === 0) {
    return corrected ? (
      <p className={styles.changes} data-testid="what-changes">
        No clock changes.
      </p>
    ) : null;
  }
  return (
    <div className={styles.changes} data-testid="what-changes">
      <p className={styles.heading}>What this changes</p>
      <ul>
        {changes.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {changes.alarms && (
        <p>
          <Glyph name="over" size={14} />
          <strong>A legal time would be up already: an alarm is raised at once.</strong>
        </p>
      )}
    </div>
  );
};
