import '@nestjs/common';
import '@nestjs/core';

/**
 * The throttler is CommonJS and requires Nest, which is an ES module: loaded here after Nest and not beside it, because a
 * loader that links the whole graph first (Jest) calls the static import a cycle.
 */
export const { SkipThrottle, ThrottlerGuard, ThrottlerModule } = await import('@nestjs/throttler');
