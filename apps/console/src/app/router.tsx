import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { RefusalReason } from '@concord/domain';
import { z } from 'zod';
import { refusalReasonWords } from '../words/codes';
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

/** Which suites, in what order, and the one that is being rung. */
const bedsSearch = z.object({
  show: z.enum(['all', 'takes', 'ring', 'here']).optional().catch(undefined),
  sort: z.enum(['name', 'can-take', 'confirmed', 'time-left']).optional().catch(undefined),
  backwards: z.boolean().optional().catch(undefined),
  district: z.string().max(200).optional().catch(undefined),
  ring: z.uuid().optional().catch(undefined),
});

const bedsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/beds',
  validateSearch: bedsSearch,
  component: lazyRouteComponent(() => import('../beds/beds-screen'), 'BedsScreen'),
});

/** What is chosen on the map, and what is left off it. */
const mapSearch = z.object({
  at: z.uuid().optional().catch(undefined),
  without: z
    .array(z.enum(['suite', 'emergency-department', 'other-place', 'alternative', 'car', 'incident']))
    .optional()
    .catch(undefined),
});

const mapRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/map',
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('../map/map-screen'), 'MapScreen'),
});

const agreementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/agreements',
  component: lazyRouteComponent(() => import('../agreements/agreements-screen'), 'AgreementsScreen'),
});

const agreementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/agreements/$agreementId',
  component: lazyRouteComponent(() => import('../agreements/version-screen'), 'VersionScreen'),
});

const writeAgreementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/agreements/$agreementId/edit',
  component: lazyRouteComponent(() => import('../agreements/write/edit-screen'), 'EditScreen'),
});

/** The version that it is held against. */
const compareSearch = z.object({ with: z.uuid().optional().catch(undefined) });

const compareAgreementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/agreements/$agreementId/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('../agreements/compare-screen'), 'CompareScreen'),
});

const whatIfRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/agreements/$agreementId/what-if',
  component: lazyRouteComponent(() => import('../agreements/what-if/what-if-screen'), 'WhatIfScreen'),
});

/** Whose refusals are shown, and for which reason. */
const refusalsSearch = z.object({
  place: z.uuid().optional().catch(undefined),
  reason: z
    .enum(Object.keys(refusalReasonWords) as [RefusalReason, ...RefusalReason[]])
    .optional()
    .catch(undefined),
});

const refusalsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/refusals',
  validateSearch: refusalsSearch,
  component: lazyRouteComponent(() => import('../refusals/refusals-screen'), 'RefusalsScreen'),
});

const lawRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/law',
  component: lazyRouteComponent(() => import('../law/law-screen'), 'LawScreen'),
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

const teamRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/team',
  component: lazyRouteComponent(() => import('../team/team-screen'), 'TeamScreen'),
});

const crewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/crew',
  component: lazyRouteComponent(() => import('../crew/crew-screen'), 'CrewScreen'),
});

/** The rota that is open. */
const onCallSearch = z.object({ rota: z.uuid().optional().catch(undefined) });

const onCallRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/on-call',
  validateSearch: onCallSearch,
  component: lazyRouteComponent(() => import('../on-call/on-call-screen'), 'OnCallScreen'),
});

const reachRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/on-call/reach',
  component: lazyRouteComponent(() => import('../reach/reach-screen'), 'ReachScreen'),
});

const whoIsOnRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/who-is-on',
  component: lazyRouteComponent(() => import('../on-call/who-is-on-screen'), 'WhoIsOnScreen'),
});

const rotaRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rota',
  component: lazyRouteComponent(() => import('../on-call/my-rota-screen'), 'MyRotaScreen'),
});

const alternativeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/alternative',
  component: lazyRouteComponent(() => import('../alternative/alternative-screen'), 'AlternativeScreen'),
});

const recordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/incident/$incidentId/record',
  component: lazyRouteComponent(() => import('../record/record-screen'), 'RecordScreen'),
});

const contactsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contacts',
  component: lazyRouteComponent(() => import('../contacts/contacts-screen'), 'ContactsScreen'),
});

const sentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sent',
  component: lazyRouteComponent(() => import('../sent/sent-screen'), 'SentScreen'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([
    consoleRoute,
    bedsRoute,
    mapRoute,
    agreementsRoute,
    agreementRoute,
    writeAgreementRoute,
    compareAgreementsRoute,
    whatIfRoute,
    refusalsRoute,
    lawRoute,
    unitRoute,
    amhpRoute,
    teamRoute,
    crewRoute,
    onCallRoute,
    reachRoute,
    whoIsOnRoute,
    alternativeRoute,
    rotaRoute,
    recordRoute,
    contactsRoute,
    sentRoute,
  ]),
]);

export const router = createRouter({ routeTree, defaultErrorComponent: ScreenFailed });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
