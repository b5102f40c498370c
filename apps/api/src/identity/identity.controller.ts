import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { CommandOf } from '@concord/contracts';
import { routes } from '@concord/contracts';
import type { Identity, Person, SignedIn } from '@concord/postgres';
import { sessionKeyOf } from '@concord/postgres';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CUT_OFF, IDENTITY, SETTINGS, STORE } from '../parts';
import type { CutOff, Settings, Store } from '../parts';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';
import { SignedInAs } from './by';
import { noSessionCookie, sessionCookie, tokenIn, windowOf } from './session-cookie';
import { meOf, personasOnOffer, personaToSignIn, personWithPassword } from './sign-in';

const cookieTo = (request: FastifyRequest) => ({
  protocol: request.protocol,
  host: request.host,
  window: windowOf(request.headers),
});

@Controller()
export class IdentityController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(IDENTITY) private readonly identity: Identity,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CUT_OFF) private readonly cutOff: CutOff,
  ) {}

  @Serves(routes.signIn)
  async signIn(
    @Input() input: CommandOf<'signIn'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.begin(await personWithPassword(this.identity, input, request.ip), request, reply);
  }

  @Serves(routes.demoPersonas)
  demoPersonas() {
    return personasOnOffer({ store: this.store, identity: this.identity, demo: this.settings.demo });
  }

  @Serves(routes.demoSignIn)
  async demoSignIn(
    @Input() input: CommandOf<'demoSignIn'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const parts = { store: this.store, identity: this.identity, demo: this.settings.demo };
    return this.begin(await personaToSignIn(parts, input.persona), request, reply);
  }

  @Serves(routes.signOut)
  async signOut(
    @SignedInAs() signedIn: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.identity.sessions.end(signedIn.sessionKey);
    this.cutOff(signedIn.sessionKey);
    void reply.header('set-cookie', noSessionCookie(cookieTo(request)));
    return { signedOut: true as const };
  }

  @Serves(routes.me)
  me(@SignedInAs() { person }: SignedIn) {
    return meOf(this.store, person);
  }

  /** A new session each time; the one that this window had before ends with it. */
  private async begin(person: Person, request: FastifyRequest, reply: FastifyReply) {
    const before = tokenIn(request.headers.cookie, windowOf(request.headers));
    if (before !== undefined) {
      await this.identity.sessions.end(sessionKeyOf(before));
      this.cutOff(sessionKeyOf(before));
    }
    const { token, maxAgeSeconds } = await this.identity.sessions.start(person.userId);
    void reply.header('set-cookie', sessionCookie(cookieTo(request), token, maxAgeSeconds));
    return meOf(this.store, person);
  }
}
