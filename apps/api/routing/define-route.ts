import type { Type } from '@nestjs/common';

/**
 * Gives a controller a handler that no line of its class declares, for routes that are made from a list: the same decorators
 * as on a written method, applied by hand. `parameters[i]` decorates the i-th argument.
 */
export function defineRoute<C, A extends unknown[]>(
  controller: Type<C>,
  name: string,
  handler: (this: C, ...args: A) => Promise<unknown>,
  route: MethodDecorator,
  parameters: { readonly [I in keyof A]: ParameterDecorator },
): void {
  const prototype = controller.prototype as object;
  const descriptor: PropertyDescriptor = { value: handler, writable: true, configurable: true, enumerable: false };
  parameters.forEach((decorate, index) => decorate(prototype, name, index));
  route(prototype, name, descriptor);
  Object.defineProperty(prototype, name, descriptor);
}
