import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { call, Refused } from '../api/call';
import { Button } from '../kit/button';
import { LiveProvider } from '../live/live-provider';
import { MessagePage } from './message-page';
import { mayOpen, screenOf, screenWords } from './screens';
import type { Session } from './session';
import { SessionContext } from './session';

/** Everything behind the sign-in: who I am, my area, and the one live client. */
export const SignedIn = () => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { data: me, error, refetch } = useQuery({ queryKey: ['me'], queryFn: () => call('me') });

  const leave = useCallback(() => {
    queries.removeQueries({ queryKey: ['me'] });
    void navigate({ to: '/' });
  }, [queries, navigate]);
  const signOut = useCallback(() => void call('signOut').finally(leave), [leave]);

  const area = me?.areas[0];
  const session = useMemo<Session | undefined>(
    () => me && area && { me, area, signOut },
    [me, area, signOut],
  );

  if (error instanceof Refused) return <Navigate to="/" />;
  if (error) {
    return (
      <MessagePage title="Concord is not answering">
        <p>{error.message} Use the telephone and paper forms until it is back.</p>
        <p>
          <Button look="primary" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      </MessagePage>
    );
  }
  if (!me) return null;
  if (!session || !area) {
    return (
      <MessagePage title="You hold no duty in any area">
        <p>{me.name} is signed in, but nobody has given this account a duty. Ask your area administrator.</p>
        <p>
          <Button onClick={signOut}>Sign out</Button>
        </p>
      </MessagePage>
    );
  }
  const asked = screenOf(path);
  if (asked && !mayOpen(asked, area)) {
    return (
      <MessagePage title={`${screenWords[asked]} is not your screen`}>
        <p>Your duties in {area.name} do not include it.</p>
        <p>
          <a href={`/${me.screen}`}>Go to {screenWords[me.screen].toLowerCase()}</a>
        </p>
      </MessagePage>
    );
  }
  return (
    <SessionContext value={session}>
      <LiveProvider areaId={area.areaId} onSignedOut={leave}>
        <Outlet />
      </LiveProvider>
    </SessionContext>
  );
};
