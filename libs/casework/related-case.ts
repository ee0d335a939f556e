import { receiveApplication } from './receiving-application/receive-application.js';
import { stepOfName, type StepName } from './steps.js';

/** The other case that a command names, to be loaded as `related` before deciding; `undefined` for none or for a faulty body. */
export function relatedCaseId(name: StepName, body: unknown): string | undefined {
  if (name === receiveApplication.name) {
    const registration = receiveApplication.body.safeParse(body);
    return registration.success ? receiveApplication.relatedCaseId(registration.data) : undefined;
  }
  const step = stepOfName(name);
  const parsed = step.body.safeParse(body);
  return parsed.success ? step.relatedCaseId?.(parsed.data) : undefined;
}
