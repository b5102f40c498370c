import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call';
import { useCommand } from '../commands';
import { CommandButton } from '../kit/command-button';
import { CommandResult } from '../kit/command-result';
import { Field } from '../kit/field';
import { useLive } from '../live/live-context';
import { fullTime } from '../time/london';
import styles from './on-call.module.css';

/**
 * A calendar for a program of one's own. Its address is shown once, when it is opened: whoever has it can
 * read the calendar until it is closed.
 */
export const CalendarLink = ({
  rotaId,
  label,
  large = false,
}: {
  readonly rotaId: string | null;
  readonly label: string;
  readonly large?: boolean;
}) => {
  const { areaId } = useLive();
  const queries = useQueryClient();
  const key = ['calendars', areaId];
  const { data = [] } = useQuery({
    queryKey: key,
    queryFn: () => call('calendars', { params: { areaId } }),
  });
  const open = useCommand('openCalendar', 'Calendar opened');
  const close = useCommand('closeCalendar', 'Calendar closed');
  const [path, setPath] = useState<string>();
  const opened = data.find((calendar) => calendar.rotaId === rotaId);
  const again = () => void queries.invalidateQueries({ queryKey: key });
  return (
    <section className={styles.calendar} aria-label={label}>
      <p>
        <strong>{label}</strong>{' '}
        <span className={styles.quiet}>
          {opened ? `opened ${fullTime(opened.openedAt)}` : 'for the calendar on your telephone or computer'}
        </span>
      </p>
      {path && (
        <Field
          label="Address"
          hint="Shown this once. Whoever has it can read this calendar until you close it."
        >
          {(ids) => (
            <input
              {...ids}
              readOnly
              value={`${window.location.origin}${path}`}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      )}
      <div className={styles.tools}>
        <CommandButton
          large={large}
          command={open}
          onPress={() =>
            open.send({}, { rotaId }, (reply) => {
              setPath(reply.path);
              again();
            })
          }
        >
          {opened ? 'New address' : 'Open calendar'}
        </CommandButton>
        {opened && (
          <CommandButton
            large={large}
            command={close}
            onPress={() =>
              close.send({}, { rotaId }, () => {
                setPath(undefined);
                again();
              })
            }
          >
            Close calendar
          </CommandButton>
        )}
      </div>
      <CommandResult command={open} />
      <CommandResult command={close} />
    </section>
  );
};
