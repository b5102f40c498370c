/** A lifecycle is a table: for each state, the states it may move to. There is no way round it. */
export type Lifecycle<State extends string> = Readonly<Record<State, readonly State[]>>;

export const canMove = <State extends string>(lifecycle: Lifecycle<State>, from: State, to: State): boolean =>
  lifecycle[from].includes(to);

/** States that no sequence of moves from `initial` reaches: a table with any is wrong. */
export const unreachableStates = <State extends string>(
  lifecycle: Lifecycle<State>,
  initial: State,
): State[] => {
  const reached = new Set<State>([initial]);
  const queue: State[] = [initial];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const next of lifecycle[state]) {
      if (!reached.has(next)) {
        reached.add(next);
        queue.push(next);
      }
    }
  }
  return (Object.keys(lifecycle) as State[]).filter((state) => !reached.has(state));
};
