import type { Me, RouteName } from '@concord/contracts';
import { routes } from '@concord/contracts';
import type { Duty } from '@concord/domain';
import { createContext, use } from 'react';

export type MyArea = Me['areas'][number];

export interface Session {
  readonly me: Me;
  readonly area: MyArea;
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('This part of the screen is drawn for nobody.');
  return session;
};

export const mayCall = (name: RouteName, duties: readonly Duty[]): boolean => {
  const { allowed } = routes[name];
  if (allowed === 'public' || allowed === 'signed-in') return true;
  return duties.some((duty) => allowed.includes(duty));
};

/** Whether my duties here let me call this route: a button for a route that would refuse me is not drawn. */
export const useMayCall = (): ((name: RouteName) => boolean) => {
  const { area } = useSession();
  return (name) => mayCall(name, area.duties);
};
