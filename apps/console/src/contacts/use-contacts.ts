import type { ReplyOf } from '@concord/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../api/call';

export type MyContacts = ReplyOf<'myContacts'>;
export type ContactMethod = MyContacts['methods'][number];

const key = ['my-contacts'];

/** My contact methods, and how to show what a command answered with. */
export const useContacts = () => {
  const client = useQueryClient();
  const { data, error } = useQuery({ queryKey: key, queryFn: () => call('myContacts') });
  return {
    contacts: data,
    failure: error,
    /** What was asked for before a command was answered is older than its answer, whenever it comes. */
    show: (contacts: MyContacts) =>
      void client.cancelQueries({ queryKey: key }).then(() => client.setQueryData(key, contacts)),
    /** After a refusal: something may have been added all the same. */
    look: useCallback(() => void client.invalidateQueries({ queryKey: key }), [client]),
  };
};
