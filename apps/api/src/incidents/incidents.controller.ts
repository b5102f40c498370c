import { Controller, Inject } from '@nestjs/common';
import { routes } from '@concord/contracts';
import {
  correctFact,
  identifyPerson,
  mergeIncidents,
  notFound,
  openIncident,
  rankPlacesFor,
  readPerson,
  recordFact,
  takeBackFact,
  unmergeIncidents,
} from '@concord/coordination';
import type { Actor } from '@concord/domain';
import { By } from '../identity/by';
import type { Store } from '../parts';
import { STORE } from '../parts';
import type { InputOf } from '../serve/input';
import { Input } from '../serve/input';
import { Serves } from '../serve/serves.decorator';

@Controller()
export class IncidentsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Serves(routes.openIncident)
  open(@By() actor: Actor, @Input() input: InputOf<typeof openIncident>) {
    return openIncident(this.store, actor, input);
  }

  @Serves(routes.incident)
  async incident(@By() actor: Actor, @Input() { incidentId }: { incidentId: string }) {
    return (await this.store.get(actor.areaId, 'incident', incidentId)) ?? notFound('incident');
  }

  @Serves(routes.person)
  person(@By() actor: Actor, @Input() input: InputOf<typeof readPerson>) {
    return readPerson(this.store, actor, input);
  }

  @Serves(routes.recordFact)
  recordFact(@By() actor: Actor, @Input() input: InputOf<typeof recordFact>) {
    return recordFact(this.store, actor, input);
  }

  @Serves(routes.correctFact)
  correctFact(@By() actor: Actor, @Input() input: InputOf<typeof correctFact>) {
    return correctFact(this.store, actor, input);
  }

  @Serves(routes.takeBackFact)
  takeBackFact(@By() actor: Actor, @Input() input: InputOf<typeof takeBackFact>) {
    return takeBackFact(this.store, actor, input);
  }

  @Serves(routes.mergeIncidents)
  merge(@By() actor: Actor, @Input() input: InputOf<typeof mergeIncidents>) {
    return mergeIncidents(this.store, actor, input);
  }

  @Serves(routes.unmergeIncidents)
  unmerge(@By() actor: Actor, @Input() input: InputOf<typeof unmergeIncidents>) {
    return unmergeIncidents(this.store, actor, input);
  }

  @Serves(routes.identifyPerson)
  identify(@By() actor: Actor, @Input() input: InputOf<typeof identifyPerson>) {
    return identifyPerson(this.store, actor, input);
  }

  @Serves(routes.places)
  places(@By() actor: Actor, @Input() input: InputOf<typeof rankPlacesFor>) {
    return rankPlacesFor(this.store, actor, input);
  }
}
