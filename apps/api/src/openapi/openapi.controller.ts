import { Controller } from '@nestjs/common';
import { edgeRoutes } from '../health/edge-routes';
import { ServesAt } from '../serve/serves.decorator';
import { openApiDocument } from './document';

@Controller()
export class OpenApiController {
  private readonly document = openApiDocument();

  @ServesAt(edgeRoutes.openapi)
  openApi() {
    return this.document;
  }
}
