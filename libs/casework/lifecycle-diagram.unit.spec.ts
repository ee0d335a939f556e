import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { STATUS_LABELS } from './case.js';
import { lifecycleDiagram } from './lifecycle-diagram.js';
import { caseSteps } from './steps.js';

describe('the life-cycle diagram', () => {
  const diagram = lifecycleDiagram();

  it('shows every status but the one before registration, and every step', () => {
    const { unregistered, ...statuses } = STATUS_LABELS;
    for (const label of Object.values(statuses)) expect(diagram).toContain(`"${label}"`);
    expect(diagram).not.toContain(unregistered);
    for (const { label } of caseSteps) expect(diagram).toContain(label);
  });

  it('draws a step from where it is open to where it leads', () => {
    expect(diagram).toContain('  awaiting_correction --> in_progress: 收到补正\n');
    expect(diagram).toContain('  decision_approved --> closed: 发出答复、申请人撤回、并入在办申请、终止办理\n');
  });

  it('is the one in the README', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    const [, between] = readme.split(/<!-- life-cycle:(?:begin|end) -->/);
    expect(between?.trim()).toBe(['```mermaid', diagram.trimEnd(), '```'].join('\n'));
  });
});
