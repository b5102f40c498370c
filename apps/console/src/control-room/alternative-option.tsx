import type { RankedAlternative } from '@concord/domain';
import { StandingBadge } from '../alternative/standing-badge';
import { TelLink } from '../alternative/tel-link';
import type { CommandState } from '../commands';
import { CommandButton } from '../kit/command-button';
import { alternativeKindWords } from '../words/codes';
import styles from './places.module.css';

interface Props {
  readonly ranked: RankedAlternative;
  /** Absent for those whose duties do not refer. */
  readonly command: CommandState | undefined;
  readonly onRefer: () => void;
}

/** The reasons that the drive time beside them does not say already. */
const more = ({ reasons }: RankedAlternative): readonly string[] =>
  reasons.filter((reason) => !/min drive$/.test(reason));

export const AlternativeOption = ({ ranked, command, onRefer }: Props) => {
  const { standing, rank, name, kind, driveMinutes, telephone } = ranked;
  return (
    <li
      className={styles.option}
      data-standing={standing}
      data-alternative={name}
      data-best={rank === 1 || undefined}
    >
      <span className={styles.rank} aria-hidden="true">
        {rank ?? ''}
      </span>
      <div className={styles.what}>
        <p className={styles.name}>
          <strong>{name}</strong>
          <StandingBadge standing={standing} />
        </p>
        <p className={styles.reasons}>{[alternativeKindWords[kind], ...more(ranked)].join(' · ')}</p>
        {standing === 'ring' && (
          <p className={styles.ring}>
            Ring <TelLink telephone={telephone} />
          </p>
        )}
      </div>
      <span className={styles.drive}>
        {driveMinutes !== null && (
          <>
            <strong>{driveMinutes}</strong> min
          </>
        )}
      </span>
      {command && ranked.theirsToRefer && (standing === 'offer' || standing === 'ring') && (
        <CommandButton
          command={command}
          idle
          look={rank === 1 ? 'primary' : 'secondary'}
          aria-label={`${standing === 'ring' ? 'They take them' : 'Refer'}: ${name}. ${ranked.reasons.join(', ')}`}
          onPress={onRefer}
        >
          {command.sending ? 'Sending…' : standing === 'ring' ? 'Taken' : 'Refer'}
        </CommandButton>
      )}
    </li>
  );
};
