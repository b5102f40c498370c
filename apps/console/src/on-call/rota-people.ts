import type { ReplyOf } from '@concord/contracts';
import type { Duty } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { useLive } from '../live/live-context';

type Person = ReplyOf<'rotaPeople'>[number];

const none: readonly Person[] = [];

/** Everybody who may be put on some rota, by name. */
const useEverybody = (): readonly Person[] => {
  const { areaId } = useLive();
  const { data = none } = useQuery({
    queryKey: ['rota-people', areaId],
    queryFn: () => call('rotaPeople', { params: { areaId } }),
  });
  return data;
};

/** People who hold a duty here and so may be put on its rotas. */
export const useRotaPeople = (duty: Duty): readonly Person[] =>
  useEverybody().filter(({ duties }) => duties.includes(duty));
