import type { Incident } from '@concord/domain';
import { mayBeOffered, stateOf } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { TelLink } from './tel-link';
import { call } from '../api/call';
import { useCommand } from '../commands';
import styles from '../incidents/best-places.module.css';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { useAll, useLive } from '../live/live-context';
import { alternativeKindWords } from '../words/codes';

const SHOWN = 3;

const heading = ({ facts }: Incident): string =>
  stateOf(facts) === 'concluded' ? 'What may help now' : 'Instead of a detention';

/**
 * What may help instead of a detention, while none is decided: the best few, or whom to ring where none can
 * be offered unasked. The server ranks them, as whoever asks may refer.
 */
export const FindAlternative = ({ incident }: { readonly incident: Incident }) => {
  const { areaId } = useLive();
  const all = useAll('alternative');
  const newest = Math.max(0, ...[...all.values()].map(({ revision }) => revision));
  const refer = useCommand('recordFact', 'Referred: they see it now');
  const { data = [] } = useQuery({
    queryKey: ['alternatives', incident.id, incident.revision, newest],
    queryFn: () => call('alternatives', { params: { areaId, incidentId: incident.id } }),
    placeholderData: (before) => before,
    enabled: mayBeOffered(incident),
  });
  if (!mayBeOffered(incident) || all.size === 0) return null;
  const usable = data.filter(({ standing }) => standing === 'offer' || standing === 'ring').slice(0, SHOWN);
  return (
    <section className={styles.rooms} aria-label={heading(incident)} data-testid="alternatives">
      <p className={styles.says}>
        {usable.length === 0 ? 'No alternative is open for this person now.' : heading(incident)}
      </p>
      {usable.map(({ alternativeId, name, kind, standing, theirsToRefer, telephone, reasons }) => (
        <div key={alternativeId} className={styles.room}>
          <div>
            <strong>
              {name} ({alternativeKindWords[kind].toLowerCase()})
            </strong>
            <span>{reasons.join(' · ')}</span>
            {standing === 'ring' && (
              <span>
                Ring <TelLink telephone={telephone} />
              </span>
            )}
          </div>
          {theirsToRefer && (
            <CommandButton
              large
              idle
              command={refer}
              aria-label={`${standing === 'ring' ? 'They take them' : 'Refer'}: ${name}`}
              onPress={() =>
                refer.send(
                  { incidentId: incident.id },
                  { kind: 'referred', alternativeId, how: standing === 'ring' ? 'telephone' : 'message' },
                )
              }
            >
              {standing === 'ring' ? 'Taken' : 'Refer'}
            </CommandButton>
          )}
        </div>
      ))}
      <CommandResult command={refer} />
    </section>
  );
};
