import type { Period, Rota, Swap } from '@concord/domain';
import { useCommand } from '../commands';
import { Card } from '../kit/card';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { fullTime } from '../time/london';
import styles from './my-rota.module.css';

interface Offered {
  readonly rota: Rota;
  readonly swap: Swap;
}

/** Swaps that wait for an answer and that this person offered or was offered. */
export const swapsOf = (rotas: Iterable<Rota>, userId: string): Offered[] =>
  [...rotas].flatMap((rota) =>
    rota.swaps
      .filter(
        ({ state, offeredBy, to }) => state === 'offered' && [offeredBy.userId, to.userId].includes(userId),
      )
      .map((swap) => ({ rota, swap })),
  );

const when = ({ from, to }: Period): string => `${fullTime(from)} to ${fullTime(to)}`;

const OfferedToMe = ({ rota, swap }: Offered) => {
  const command = useCommand('answerSwap', 'Answered');
  const answer = (accepts: boolean) => command.send({ rotaId: rota.id, swapId: swap.id }, { accepts });
  return (
    <Card title={`${swap.offeredBy.name} asks you to swap`} tone="due" testId="swap">
      <p>
        You would take <strong>{when(swap.gives)}</strong>, {rota.name}.
      </p>
      <p>
        {swap.takes ? (
          <>
            They would take your <strong>{when(swap.takes)}</strong>.
          </>
        ) : (
          'They offer nothing in return.'
        )}{' '}
        {swap.why}
      </p>
      <div className={styles.buttons}>
        <CommandButton large look="primary" command={command} onPress={() => answer(true)}>
          Accept
        </CommandButton>
        <CommandButton large command={command} idle onPress={() => answer(false)}>
          Decline
        </CommandButton>
      </div>
      <CommandResult command={command} />
    </Card>
  );
};

const OfferedByMe = ({ rota, swap }: Offered) => {
  const command = useCommand('withdrawSwap', 'Taken back');
  return (
    <Card title={`Offered to ${swap.to.name}`} testId="swap">
      <p>
        Your {when(swap.gives)}, {rota.name}. It is yours until they accept.
      </p>
      <div className={styles.buttons}>
        <CommandButton
          large
          command={command}
          onPress={() => command.send({ rotaId: rota.id, swapId: swap.id }, {})}
        >
          Take it back
        </CommandButton>
      </div>
      <CommandResult command={command} />
    </Card>
  );
};

/** What is between me and a colleague: theirs to answer, or mine. */
export const SwapCards = ({ swaps, me }: { readonly swaps: readonly Offered[]; readonly me: string }) =>
  swaps.map(({ rota, swap }) =>
    swap.to.userId === me ? (
      <OfferedToMe key={swap.id} rota={rota} swap={swap} />
    ) : (
      <OfferedByMe key={swap.id} rota={rota} swap={swap} />
    ),
  );
