import type { BodyOf, ReplyOf, RouteName } from '@concord/contracts';
import { useMutation } from '@tanstack/react-query';
import { newActionKey } from './api/action-key';
import { call, NotReached } from './api/call';
import { refusalWords } from './api/refusal-words';
import { announce } from './frame/announcer';
import { useLive } from './live/live-context';
import { shown } from './live/shown';

interface Action<Name extends RouteName> {
  readonly params: Readonly<Record<string, string>>;
  readonly body: BodyOf<Name>;
  readonly key: string;
  readonly onDone: ((reply: ReplyOf<Name>) => void) | undefined;
}

const TRIES = 3;

/** What a button needs to know about the command behind it. */
export interface CommandState {
  readonly sending: boolean;
  readonly failure: Error | null;
  /** Sends the same action again under the same key, so that it cannot happen twice. */
  readonly again: (() => void) | undefined;
  readonly forget: () => void;
}

export interface Command<Name extends RouteName> extends CommandState {
  readonly send: (
    params: Readonly<Record<string, string>>,
    body: BodyOf<Name>,
    onDone?: (reply: ReplyOf<Name>) => void,
  ) => void;
}

/**
 * One command of the API in this area. Nothing on the screen changes because it was sent: the board
 * changes when the server says so, and until then the button says "sending". It is done when the board
 * shows it, so that nobody acts on what stood there before; `onDone` is then called, unless the button is
 * no longer there: what it would close may by then be another form.
 */
export const useCommand = <Name extends RouteName>(name: Name, said: string): Command<Name> => {
  const { areaId, board, clock } = useLive();
  const { mutate, isPending, error, variables, reset } = useMutation<ReplyOf<Name>, Error, Action<Name>>({
    mutationFn: async ({ params, body, key }) => {
      const reply = await call(name, { params: { areaId, ...params }, body, idempotencyKey: key });
      await shown(board, reply);
      return reply;
    },
    networkMode: 'always',
    retry: (failed, failure) => failure instanceof NotReached && failed < TRIES - 1,
    retryDelay: (failed) => 400 * 2 ** failed,
    onSuccess: () => announce.done(said),
    onError: (failure) => announce.done(`Not done. ${refusalWords(failure, clock.now()).says}`),
  });
  const act = (action: Action<Name>) => mutate(action, action.onDone && { onSuccess: action.onDone });
  return {
    sending: isPending,
    failure: error,
    again: error instanceof NotReached && variables ? () => act(variables) : undefined,
    forget: reset,
    send: (params, body, onDone) => act({ params, body, key: newActionKey(), onDone }),
  };
};
