import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { BY_KIND, BY_STATUS, INTERNAL, REFUSED } from '../../apps/api/http/problem-details.js';
import type { ErrorKind } from '#kernel';

/** One code that callers may meet. */
export interface ErrorCode {
  readonly code: string;
  readonly status: number;
  /** What is said to people; `…` where a value stands. */
  readonly messages: readonly string[];
}

/** How a call or `new` names its error: the kind, or the argument that holds it; then the arguments of code and message. */
interface Shape {
  readonly kind: ErrorKind | number;
  readonly code: number;
  readonly message: number;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  GongkaiError: { kind: 0, code: 1, message: 2 },
  Refused: { kind: 'refused', code: 0, message: 1 },
  RuleBroken: { kind: 'invalid', code: 0, message: 2 },
  StoreUnavailable: { kind: 'unavailable', code: 0, message: 1 },
  UnreadableFile: { kind: 'malformed', code: 0, message: 1 },
  // Where a worker breaks (ask.ts); helpers of the HTTP edge, whose codes are arguments: strict-json.ts and idempotency-key.ts.
  broken: { kind: 'malformed', code: 0, message: 1 },
  fault: { kind: 'malformed', code: 0, message: 2 },
  super: { kind: 0, code: 1, message: 2 },
};

/** Every code in the sources, read from the syntax tree, and those of the HTTP server; in order of status and code. */
export function errorCodes(): readonly ErrorCode[] {
  const found = new Map<string, ErrorCode>();
  const add = (code: string, status: number, message: string | null): void => {
    const messages = [...new Set([...(found.get(code)?.messages ?? []), ...(message === null ? [] : [message])])];
    found.set(code, { code, status: found.get(code)?.status ?? status, messages });
  };
  for (const file of globSync('{libs,apps}/**/*.ts').sort()) {
    if (/\.spec\.ts$|testkit/.test(file)) continue;
    for (const { code, kind, message } of errorsIn(file)) add(code, statusOf(code, kind), message);
  }
  for (const [status, { code, detail }] of Object.entries(BY_STATUS)) add(code, Number(status), detail);
  add(REFUSED.code, 400, REFUSED.detail);
  add(INTERNAL.code, 500, INTERNAL.detail);
  // Defaults of the kernel's classes.
  add('invalid-input', BY_KIND.invalid.status, '输入有误：…');
  return [...found.values()].sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}

function statusOf(code: string, kind: ErrorKind): number {
  return code === 'unsupported-media-type' ? 415 : BY_KIND[kind].status;
}

function* errorsIn(file: string): Generator<{ code: string; kind: ErrorKind; message: string | null }> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const pending: ts.Node[] = [source];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    ts.forEachChild(node, (child) => void pending.push(child));
    if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) continue;
    const shape = SHAPES[node.expression.getText(source)];
    const code = shape && textOf(node.arguments?.[shape.code]);
    if (shape === undefined || code === null || code === undefined) continue;
    const kind = typeof shape.kind === 'number' ? textOf(node.arguments?.[shape.kind]) : shape.kind;
    if (kind !== null && kind in BY_KIND && /^[a-z0-9-]+$/.test(code)) {
      yield {
        code,
        kind: kind as ErrorKind,
        message: textOf(node.arguments?.[shape.message] ?? node.arguments?.at(-1)),
      };
    }
  }
}

/** The text of a literal, or of several joined, `…` for what is put in; `null` for any other expression. */
function textOf(node: ts.Expression | undefined): string | null {
  if (node === undefined) return null;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === null || right === null ? null : left + right;
  }
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
}
