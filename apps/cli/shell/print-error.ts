import { GongkaiError, type FieldFault } from '#kernel';
import { stderr, stdout } from 'node:process';
import { caseSteps, STATUS_LABELS, stepsByHand, type CaseStatus } from '#casework';

/** Whether the words of the command line ask for JSON, a log of JSON or the stack trace of an error; also when they cannot be parsed. */
export interface ErrorStyle {
  readonly json: boolean;
  readonly logJson: boolean;
  readonly debug: boolean;
}

/**
 * Tells what went wrong on standard error, in Chinese, with `--log-json` as the last line of that log; with `--json` also as the one
 * document on standard output.
 */
export function printError(error: unknown, { json, logJson, debug }: ErrorStyle): void {
  const known = error instanceof GongkaiError ? error : defect(error);
  stderr.write(`${logJson ? logLine(known) : errorLines(known).join('\n')}\n`);
  if (debug) stderr.write(`${stackOf(error)}\n`);
  if (json) stdout.write(`${JSON.stringify({ error: errorDocument(known) }, null, 2)}\n`);
}

/** An error as data: its code, its message, its facts. */
export function errorDocument({ kind, code, message, facts }: GongkaiError): object {
  return { kind, code, message, ...facts };
}

function logLine(error: GongkaiError): string {
  return JSON.stringify({ level: 'error', time: new Date().toISOString(), error: errorDocument(error), msg: 'failed' });
}

/** The message, then the facts that people can act on. */
export function errorLines({ code, message, facts }: GongkaiError): readonly string[] {
  const lines = [`错误（${code}）：${message}`];
  if (typeof facts.at === 'string') lines.push(`  位置：${facts.at}`);
  const fields = facts.fields?.filter((field) => !message.includes(field.message)) ?? [];
  lines.push(...fields.map(({ path, message: fault }: FieldFault) => `  ${path}：${fault}`));
  if (facts.article !== undefined) lines.push(`  依据：${facts.article}`);
  if (facts.status !== undefined) lines.push(`  现状：${statusLabel(facts.status)}`);
  if (facts.allowedSteps !== undefined) {
    lines.push(`  现在可以办理：${facts.allowedSteps.filter(isForPeople).map(stepLabel).join('、') || '无'}`);
  }
  return lines;
}

/** Whether people take the step. */
export function isForPeople(step: string): boolean {
  return stepsByHand.some(({ name }) => name === step);
}

/** A step as handlers call it, with its name. */
export function stepLabel(name: string): string {
  const step = caseSteps.find((one) => one.name === name);
  return step === undefined ? name : `${step.label}（${step.name}）`;
}

function statusLabel(status: string): string {
  return STATUS_LABELS[status as CaseStatus] ?? status;
}

function defect(error: unknown): GongkaiError {
  const message = '程序内部错误；请加 --debug 重试，并把输出交给维护人员';
  return new GongkaiError('unavailable', 'internal-error', message, {}, { cause: error });
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\n由于：${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
