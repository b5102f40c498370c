import type { JournalEntry } from '@concord/contracts';
import type { Escalation } from '@concord/domain';
import { untouched } from '@concord/domain';
import type { Fired } from './made-up-engine';
import type { Version } from './made-up-incident';
import { agreement, instant, uuid } from './made-up-incident';

/** One escalation per run of a clock, as it stands after each of its steps. */
const climbing = () => {
  const runs = new Map<string, Escalation>();
  return ({ minute, deadline }: Fired, { incident }: Version): Escalation => {
    const run = `${deadline.clock.label} ${deadline.subject}`;
    const before = runs.get(run);
    const { clock, subject, level, dueAt, anchorAt } = deadline;
    const step = {
      afterMinutes: deadline.step.afterMinutes,
      level,
      dueAt,
      firedAt: instant(minute),
      lateBySeconds: 0,
      called: [],
      nobodyFor: [],
    };
    const escalation: Escalation = {
      id: before?.id ?? uuid(1000 + runs.size),
      areaId: incident.areaId,
      incidentId: incident.id,
      incidentRef: incident.ref,
      placeId: null,
      clock,
      subject,
      startedAt: anchorAt,
      level,
      steps: [...(before?.steps ?? []), step],
      ...untouched,
      revision: 0,
    };
    runs.set(run, escalation);
    return escalation;
  };
};

/** The journal that tells of these versions and these steps, each step after the version that it was fired by. */
export const journalOf = (versions: readonly Version[], fired: readonly Fired[]): JournalEntry[] => {
  const climb = climbing();
  const inOrder = [
    ...versions.map((version, i) => ({ minute: version.minute, place: i, version, step: undefined })),
    ...fired.map((step) => ({
      minute: step.minute,
      place: step.known + 0.5,
      version: versions[step.known] as Version,
      step,
    })),
  ].sort((a, b) => a.minute - b.minute || a.place - b.place);
  const images = [
    { minute: 0, kind: 'agreement', image: agreement as { id: string } },
    ...inOrder.map(({ minute, version, step }) =>
      step
        ? { minute, kind: 'escalation', image: climb(step, version) }
        : { minute, kind: 'incident', image: version.incident },
    ),
  ];
  return images.map(({ minute, kind, image }, i) => ({
    revision: i + 1,
    ordinal: 0,
    at: instant(minute),
    actor: null,
    command: 'made-up',
    kind,
    entityId: image.id,
    image: { ...image, revision: i + 1 },
    hash: '',
  }));
};
