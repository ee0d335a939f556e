import { GongkaiError } from '#kernel';

/** No valid credential came with the request. One message for every cause (missing, malformed, unknown, expired, revoked). */
export class Unauthenticated extends GongkaiError {
  constructor() {
    super('unauthenticated', 'unauthenticated', '未提供有效的访问令牌');
  }
}
