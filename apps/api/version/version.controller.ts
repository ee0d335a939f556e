import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SOFTWARE_VERSION } from '#office';
import { Public } from '../identity/require-person.guard.js';

/** What is running. */
@ApiTags('运行')
@Public()
@Controller('version')
export class VersionController {
  @Get()
  @ApiOperation({ operationId: 'getVersion', summary: '程序版本' })
  @ApiResponse({ status: 200, description: '程序版本' })
  get() {
    return { name: 'gongkai', version: SOFTWARE_VERSION };
  }
}
