import type { Duty, Named } from '@concord/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { Field } from '../kit/field';
import { useLive } from '../live/live-context';

/** People who hold a duty here and so may be put on its rotas, by name. */
export const useRotaPeople = (duty: Duty): readonly Named[] => {
  const { areaId } = useLive();
  const { data = [] } = useQuery({
    queryKey: ['rota-people', areaId],
    queryFn: () => call('rotaPeople', { params: { areaId } }),
  });
  return data.filter(({ duties }) => duties.includes(duty));
};

interface Props {
  readonly label: string;
  readonly people: readonly Named[];
  readonly value: string;
  readonly onChange: (userId: string) => void;
  readonly problem?: string | undefined;
}

export const PersonSelect = ({ label, people, value, onChange, problem }: Props) => (
  <Field label={label} problem={problem}>
    {(ids) => (
      <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose</option>
        {people.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Field>
);
