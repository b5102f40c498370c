import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { z } from 'zod';
import { NoSuchPage } from './no-such-page';
import { ScreenFailed } from './screen-failed';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../sign-in/sign-in-screen'), 'SignInScreen'),
});

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: lazyRouteComponent(() => import('./signed-in'), 'SignedIn'),
});

/** What a link to the board may carry: the incident that is open and the filter. */
const boardSearch = z.object({
  incident: z.uuid().optional().catch(undefined),
  show: z.enum(['all', 'due', 'no-place', 'no-amhp']).optional().catch(undefined),
});

const consoleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/console',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../control-room/control-room-screen'), 'ControlRoomScreen'),
});

const unitRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/unit',
  component: lazyRouteComponent(() => import('../unit/unit-screen'), 'UnitScreen'),
});

const amhpRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/amhp',
  component: lazyRouteComponent(() => import('../amhp/amhp-screen'), 'AmhpScreen'),
});

const crewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/crew',
  component: lazyRouteComponent(() => import('../crew/crew-screen'), 'CrewScreen'),
});

const recordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/incident/$incidentId/record',
  component: lazyRouteComponent(() => import('../record/record-screen'), 'RecordScreen'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([consoleRoute, unitRoute, amhpRoute, crewRoute, recordRoute]),
]);

export const router = createRouter({ routeTree, defaultErrorComponent: ScreenFailed });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
