import type { Instant, Rota } from '@concord/domain';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { fullTime } from '../time/london';
import styles from './on-call.module.css';

const overrideWords = (override: Rota['overrides'][number]): string => {
  const { kind, on, off } = override;
  if (kind === 'add') return `${on?.name ?? ''} added`;
  return kind === 'remove' ? `${off?.name ?? ''} taken off` : `${on?.name ?? ''} for ${off?.name ?? ''}`;
};

/** What is put over the layers from now on, with a way back where the rota is one's own to keep. */
export const PutOverList = ({
  rota,
  now,
  mayKeep,
}: {
  readonly rota: Rota;
  readonly now: Instant;
  readonly mayKeep: boolean;
}) => {
  const override = useCommand('cancelOverride', 'Taken back');
  const temporary = useCommand('cancelTemporary', 'Taken back');
  const overrides = rota.overrides.filter(({ to }) => to > now);
  const rotas = rota.temporary.filter(({ to }) => to > now);
  const swaps = rota.swaps.filter(({ gives, takes }) => gives.to > now || (takes !== null && takes.to > now));
  if (overrides.length + rotas.length + swaps.length === 0)
    return <p className={styles.quiet}>Nothing is put over the layers from now on.</p>;
  return (
    <>
      <ul className={styles.over}>
        {overrides.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{overrideWords(one)}</strong>, {fullTime(one.from)} to {fullTime(one.to)}: {one.why}{' '}
              <span className={styles.quiet}>by {one.by.name}</span>
            </span>
            {mayKeep && (
              <CommandButton
                command={override}
                onPress={() =>
                  override.send({ rotaId: rota.id, overrideId: one.id }, { seenRevision: rota.revision })
                }
              >
                Take back
              </CommandButton>
            )}
          </li>
        ))}
        {rotas.map((one) => (
          <li key={one.id}>
            <span>
              <strong>Temporary rota {one.name}</strong>, {fullTime(one.from)} to {fullTime(one.to)}:{' '}
              {one.why} <span className={styles.quiet}>by {one.by.name}</span>
            </span>
            {mayKeep && (
              <CommandButton
                command={temporary}
                onPress={() =>
                  temporary.send({ rotaId: rota.id, temporaryId: one.id }, { seenRevision: rota.revision })
                }
              >
                Take back
              </CommandButton>
            )}
          </li>
        ))}
        {swaps.map((one) => (
          <li key={one.id}>
            <span>
              <strong>
                {one.state === 'accepted' ? 'Swap' : 'Swap offered, not yet accepted'}: {one.offeredBy.name}{' '}
                to {one.to.name}
              </strong>
              , {fullTime(one.gives.from)} to {fullTime(one.gives.to)}: {one.why}
            </span>
          </li>
        ))}
      </ul>
      <CommandResult command={override} />
      <CommandResult command={temporary} />
    </>
  );
};
