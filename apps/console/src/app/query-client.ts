import { QueryClient } from '@tanstack/react-query';
import { NotReached } from '../api/call';

/** For questions with one answer. What changes by itself comes by the live client, never by asking again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      retry: (failed, failure) => failure instanceof NotReached && failed < 3,
    },
  },
});
