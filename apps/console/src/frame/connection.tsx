import type { AuditFinding } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { useMayCall } from '../app/session';
import { Glyph } from '../kit/glyph';
import type { GlyphName } from '../kit/glyph';
import type { Standing } from '../live/link';
import { useEngine, useLive, useStanding } from '../live/live-context';
import { hourMinute, hourMinuteSecond } from '../time/london';
import styles from './connection.module.css';

const chip = (standing: Standing): { glyph: GlyphName; words: string } => {
  switch (standing.kind) {
    case 'live':
      return { glyph: 'running', words: 'LIVE' };
    case 'connecting':
      return { glyph: 'stale', words: 'CONNECTING' };
    case 'delayed':
      return { glyph: 'due', words: `DELAYED ${standing.seconds} s` };
    case 'lost':
    case 'refused':
      return { glyph: 'over', words: 'NOT CONNECTED' };
  }
};

export const ConnectionChip = () => {
  const standing = useStanding();
  const { glyph, words } = chip(standing);
  return (
    <p className={styles.chip} data-kind={standing.kind} data-testid="connection">
      <Glyph name={glyph} size={12} />
      {words}
    </p>
  );
};

/** Across the whole screen while what it shows may not be so. What is shown stays, and says of when it is. */
export const ConnectionBanner = () => {
  const standing = useStanding();
  if (standing.kind === 'refused') {
    return (
      <p className={styles.banner} data-testid="not-connected">
        <Glyph name="over" size={18} />
        <span>
          <strong>NOT CONNECTED.</strong> {standing.message}
        </span>
      </p>
    );
  }
  if (standing.kind !== 'lost') return null;
  const since = standing.dataAt && hourMinuteSecond(standing.dataAt);
  return (
    <p className={styles.banner} data-testid="not-connected">
      <Glyph name="over" size={18} />
      <span>
        <strong>NOT CONNECTED{since ? ` since ${since}` : ''}.</strong>{' '}
        {since
          ? `What is shown is as of ${since}; clocks are estimates. `
          : 'Nothing has been received yet. '}
        Commands will not be sent: use the telephone.
      </span>
    </p>
  );
};

/** Whether anybody but you is watching the clocks. */
export const EngineChip = () => {
  const engine = useEngine();
  if (engine.kind === 'silent' || engine.kind === 'faulty') return null;
  return (
    <p
      className={styles.chip}
      data-kind={engine.kind === 'running' ? 'live' : 'connecting'}
      data-testid="engine"
    >
      <Glyph name={engine.kind === 'running' ? 'running' : 'stale'} size={12} />
      Escalations: {engine.kind === 'running' ? 'running' : 'not known'}
    </p>
  );
};

const faultWords: Readonly<Record<AuditFinding['fault'], string>> = {
  lost: 'was not called',
  doubled: 'was called twice',
  early: 'was called too early',
  altered: 'is not what was written',
};

const findingWords = ({ about, of, dueAt, fault }: AuditFinding): string =>
  `${about}: ${of}${dueAt ? `, due ${hourMinute(dueAt)},` : ''} ${faultWords[fault]}`;

const SHOWN = 3;

/** The engine runs, and what it did does not agree with the facts. */
const FaultyEngine = ({ faults }: { readonly faults: number }) => {
  const { areaId } = useLive();
  const mayCall = useMayCall();
  const { data = [] } = useQuery({
    queryKey: ['engine-faults', areaId, faults],
    queryFn: () => call('engineFaults', { params: { areaId } }),
    enabled: mayCall('engineFaults'),
    refetchInterval: 15_000,
  });
  return (
    <p className={styles.banner} data-testid="engine">
      <Glyph name="over" size={18} />
      <span>
        <strong>ESCALATIONS CANNOT BE RELIED ON: {faults} found wrong.</strong>{' '}
        {data.slice(0, SHOWN).map(findingWords).join('; ')}
        {data.length > SHOWN && `; and ${data.length - SHOWN} more`} – watch the clocks yourself, and tell
        whoever keeps Concord.
      </span>
    </p>
  );
};

export const EngineBanner = () => {
  const engine = useEngine();
  if (engine.kind === 'faulty') return <FaultyEngine faults={engine.faults} />;
  if (engine.kind !== 'silent') return null;
  return (
    <p className={styles.banner} data-testid="engine">
      <Glyph name="over" size={18} />
      <span>
        <strong>ESCALATION ENGINE SILENT {engine.seconds} s</strong> – nobody is being called: watch the
        clocks yourself.
      </span>
    </p>
  );
};
