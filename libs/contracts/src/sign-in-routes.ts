import { z } from 'zod';
import { duty } from './codes';
import * as command from './commands';
import { route } from './route';
import { id } from './scalars';

const persona = z.object({ persona: z.string(), label: z.string(), does: z.string(), screen: z.string() });

export const me = z.object({
  userId: id,
  name: z.string(),
  agency: z.object({ id, name: z.string() }),
  areas: z.array(
    z.object({
      areaId: id,
      name: z.string(),
      /** Whether nobody in it is real: each screen and each printed page says so. */
      demo: z.boolean(),
      duties: z.array(duty),
      placeIds: z.array(id),
      resourceIds: z.array(id),
    }),
  ),
  /** The screen this person starts on. */
  screen: z.enum(['console', 'unit', 'amhp', 'crew', 'rota', 'alternative']),
});
export type Me = z.infer<typeof me>;

export const signInRoutes = {
  signIn: route({
    method: 'POST',
    path: '/sign-in',
    summary: 'Sign in with a local account',
    allowed: 'public',
    body: command.signIn,
    reply: me,
  }),
  demoPersonas: route({
    method: 'GET',
    path: '/demo/personas',
    summary: 'The one-click sign-ins of the demo area',
    allowed: 'public',
    reply: z.array(persona),
  }),
  demoSignIn: route({
    method: 'POST',
    path: '/demo/sign-in',
    summary: 'Sign in as a persona of the demo area',
    allowed: 'public',
    body: command.demoSignIn,
    reply: me,
  }),
  signOut: route({
    method: 'POST',
    path: '/sign-out',
    summary: 'End this session',
    allowed: 'signed-in',
    reply: z.object({ signedOut: z.literal(true) }),
  }),
  me: route({
    method: 'GET',
    path: '/me',
    summary: 'Who I am and what I answer for',
    allowed: 'signed-in',
    reply: me,
  }),
} as const;
