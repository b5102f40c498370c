import type { Incident, Instant } from '@concord/domain';
import { allOf, detentionOf } from '@concord/domain';
import { useCallback } from 'react';
import { Badge } from '../kit/badge';
import { Glyph } from '../kit/glyph';
import { Ticking } from '../kit/ticking';
import { useNow } from '../live/live-context';
import { timeSeenFrom } from '../time/london';
import { badgeText, basisWords, remainingWords, stoppedWords } from '../words/clock-words';
import { factLine } from '../words/fact-line';
import { startInCode } from '../words/practice-words';
import styles from './clock-cards.module.css';
import type { IncidentClock, LegalClock as Legal } from './incident-clocks';
import { isLegal, levelOf, permittedPeriod } from './incident-clocks';
import type { Step } from './next-steps';
import { Readings } from './readings';
import { useNation } from './use-nation';

interface Props {
  readonly incident: Incident;
  readonly clock: Legal;
  /** Where the form to adopt a reading opens; nowhere on a phone. */
  readonly onStep?: ((step: Step) => void) | undefined;
}

/** What the Code of the nation says of the start: it is another in Wales than in England. */
const StartInCode = ({ incident }: { readonly incident: Incident }) => {
  const nation = useNation(incident);
  return nation ? <p className={styles.basis}>{startInCode(nation)}</p> : null;
};

const Heading = ({ children }: { readonly children: string }) => (
  <p className={styles.kind}>
    <Glyph name="law" size={14} /> Law: {children}
  </p>
);

/** A time of the law: a card of its own kind, what is left first, then when it ends, what it counts from and the rule. */
export const LegalClock = ({ incident, clock, onStep }: Props) => {
  const now = useNow();
  const level = levelOf(clock, now);
  const remaining = useCallback((at: Instant) => remainingWords(clock.endsAt, at), [clock]);
  const running = clock.stoppedAt === null;
  const atOnce = clock.startedAt === clock.endsAt;
  const extensions =
    clock.limit && clock.limit.extendedByMinutes > 0 ? allOf(incident.facts, 'extended') : [];
  return (
    <div className={styles.law} data-level={level} data-testid="legal-clock" data-law={clock.law}>
      <Heading>{clock.label}</Heading>
      <p className={styles.figure}>
        {!running ? 'Stopped' : atOnce ? 'Now' : <Ticking text={remaining} />}
        {level !== 'running' && level !== 'stopped' && (
          <Badge tone={level}>{atOnce ? 'ACT NOW' : badgeText(level, clock.endsAt, now).split(' ')[0]}</Badge>
        )}
      </p>
      <p className={styles.basis}>
        {running
          ? `${atOnce ? 'since' : now < clock.endsAt ? 'ends' : 'ended'} ${timeSeenFrom(clock.endsAt, now)} · ${basisWords(clock)}`
          : `${timeSeenFrom(clock.stoppedAt ?? now, now)} ${stoppedWords(clock)} · ${basisWords(clock)}`}
      </p>
      {clock.limit && <StartInCode incident={incident} />}
      {extensions.map((extension) => (
        <p key={extension.id} className={styles.extended}>
          {factLine(extension)}
        </p>
      ))}
      {clock.limit && clock.limit.readings.length > 1 && (
        <Readings incident={incident} limit={clock.limit} onStep={onStep} />
      )}
    </div>
  );
};

/** Why the permitted period does not run. */
const notStarted = (incident: Incident): readonly [string, string] => {
  const power = detentionOf(incident.facts)?.power;
  if (power === 's135-2')
    return ['No limit', 'a patient retaken under s135(2) is liable to detention already: no 24 hours run'];
  if (power === 's135-1-kept' || power === 's135-1-removed')
    return [
      'Not started',
      '24 h run from arrival at a place of safety, or from entry if kept · MHA 1983 s135(3ZA)',
    ];
  return ['Not started', '24 h run from first arrival at a place of safety · MHA 1983 s136(2A)'];
};

/** Every time that the law sets here, the limit of detention first, also while it has not begun. */
export const LegalClocks = ({
  incident,
  clocks,
  onStep,
}: Omit<Props, 'clock'> & { readonly clocks: readonly IncidentClock[] }) => {
  const [figure, basis] = notStarted(incident);
  return (
    <>
      {!permittedPeriod(clocks) && (
        <div className={styles.law} data-level="stopped" data-testid="legal-clock">
          <Heading>24-hour limit</Heading>
          <p className={styles.figure}>{figure}</p>
          <p className={styles.basis}>{basis}</p>
        </div>
      )}
      {clocks.filter(isLegal).map((clock) => (
        <LegalClock key={clock.id} incident={incident} clock={clock} onStep={onStep} />
      ))}
    </>
  );
};
