import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import type { CommandOf } from '@concord/contracts';
import { routes } from '@concord/contracts';
import {
  addContact,
  myContacts,
  orderContacts,
  removeContact,
  sendContactCode,
  testContact,
  verifyContact,
} from '@concord/coordination';
import type { ContactParts, Sender } from '@concord/coordination';
import type { Identity, SignedIn } from '@concord/postgres';
import { IDENTITY, SENDER, SETTINGS } from '../parts';
import type { Settings } from '../parts';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';
import { SignedInAs } from './by';

interface OfOne {
  readonly methodId: string;
}

@Controller()
export class ContactsController {
  private readonly parts: ContactParts;

  constructor(
    @Inject(IDENTITY) identity: Identity,
    @Inject(SENDER) sender: Sender,
    @Inject(SETTINGS) { demo }: Settings,
  ) {
    this.parts = { book: identity.contacts, sender, demo, newId: randomUUID };
  }

  @Serves(routes.myContacts)
  mine(@SignedInAs() { person }: SignedIn) {
    return myContacts(this.parts, person);
  }

  @Serves(routes.addContact)
  add(@SignedInAs() { person }: SignedIn, @Input() input: CommandOf<'addContact'>) {
    return addContact(this.parts, person, input);
  }

  @Serves(routes.sendContactCode)
  sendCode(@SignedInAs() { person }: SignedIn, @Input() input: OfOne) {
    return sendContactCode(this.parts, person, input);
  }

  @Serves(routes.verifyContact)
  verify(@SignedInAs() { person }: SignedIn, @Input() input: OfOne & CommandOf<'verifyContact'>) {
    return verifyContact(this.parts, person, input);
  }

  @Serves(routes.orderContacts)
  order(@SignedInAs() { person }: SignedIn, @Input() input: CommandOf<'orderContacts'>) {
    return orderContacts(this.parts, person, input);
  }

  @Serves(routes.testContact)
  test(@SignedInAs() { person }: SignedIn, @Input() input: OfOne) {
    return testContact(this.parts, person, input);
  }

  @Serves(routes.removeContact)
  remove(@SignedInAs() { person }: SignedIn, @Input() input: OfOne) {
    return removeContact(this.parts, person, input);
  }
}
