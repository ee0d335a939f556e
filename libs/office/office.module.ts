import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { COMMAND_HANDLERS } from './handlers/command-handlers.js';
import { QUERY_HANDLERS } from './handlers/query-handlers.js';
import { Office } from './office.js';

/**
 * Registers the handlers of all commands and queries over an office that is already open. Whoever opened it closes it:
 * after the server has stopped taking requests.
 */
@Module({})
export class OfficeModule {
  static over(office: Office): DynamicModule {
    return {
      module: OfficeModule,
      imports: [CqrsModule.forRoot()],
      providers: [{ provide: Office, useValue: office }, ...COMMAND_HANDLERS, ...QUERY_HANDLERS],
      exports: [CqrsModule, Office],
    };
  }
}
