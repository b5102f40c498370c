import type { DynamicModule, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AgreementsController } from './agreements/agreements.controller';
import { AlternativesController } from './alternatives/alternatives.controller';
import { AmhpController } from './amhp/amhp.controller';
import { AreasController } from './areas/areas.controller';
import { DemoController } from './demo/demo.controller';
import { EscalationController } from './escalation/escalation.controller';
import { ReceiptsController } from './escalation/receipts.controller';
import { HealthController } from './health/health.controller';
import { ContactsController } from './identity/contacts.controller';
import { DutyGuard } from './identity/duty.guard';
import { IdentityController } from './identity/identity.controller';
import { IncidentsController } from './incidents/incidents.controller';
import { LendingController } from './lending/lending.controller';
import { everyRoute } from './openapi/document';
import { OpenApiController } from './openapi/openapi.controller';
import { CalendarsController } from './on-call/calendars.controller';
import { RotasController } from './on-call/rotas.controller';
import { PlacesController } from './places/places.controller';
import { RefusalFilter } from './refusal.filter';
import { EXPECTED_ROUTES, RouteCheck } from './serve/route-check';
import { ServeInterceptor } from './serve/serve.interceptor';
import { TriageController } from './triage/triage.controller';

/** Everything below is wired here; what it is wired to is handed in by `createApi`. */
export class AppModule {
  static with(parts: readonly Provider[]): DynamicModule {
    return {
      module: AppModule,
      imports: [DiscoveryModule],
      controllers: [
        AgreementsController,
        AlternativesController,
        AmhpController,
        AreasController,
        CalendarsController,
        ContactsController,
        DemoController,
        EscalationController,
        HealthController,
        IdentityController,
        IncidentsController,
        LendingController,
        OpenApiController,
        PlacesController,
        ReceiptsController,
        RotasController,
        TriageController,
      ],
      providers: [
        ...parts,
        { provide: APP_GUARD, useClass: DutyGuard },
        { provide: APP_INTERCEPTOR, useClass: ServeInterceptor },
        { provide: APP_FILTER, useClass: RefusalFilter },
        { provide: EXPECTED_ROUTES, useFactory: () => [...everyRoute().values()] },
        RouteCheck,
      ],
    };
  }
}
