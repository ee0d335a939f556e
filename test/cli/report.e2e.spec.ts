import { execPath } from 'node:process';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';

describe('gongkai report', () => {
  const place = new Workplace();
  const report = (word: string, ...words: string[]) =>
    gongkai(['report', word, '--agency', 'demo', '--year', '2024', '--data', place.data, ...words]);
  const by = ['--actor', 'li-si'];

  beforeAll(async () => {
    mkdirSync(place.directory, { recursive: true });
    expect((await gongkai(['play', 'scenarios/every-step.jsonl', '--data', place.data])).code).toBe(0);
  });
  afterAll(() => place.clear());

  it('shows the issued report whole: six sections, their tables, the date', async () => {
    const { code, stdout } = await report('show');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^第 1 次定稿（2025-01-07），数字据第 1 版结账\n\n示例机关2024年度政府信息公开工作报告\n/u);
    const heads = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];
    const more = ['四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'];
    const places = [...heads, ...more].map((head) => stdout.indexOf(`${head}\n`));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(stdout).toContain('　　信息公开专栏由专人维护，每周检查一次。\n');
    expect(stdout).toMatch(/2025-01-20\n$/u);
  });

  it('takes text from a file with line ends of another system, and from standard input', async () => {
    const file = join(place.directory, 'text.txt');
    writeFileSync(file, '\ufeff一是甲。\r\n二是乙。\r\n');
    const written = await report('write-section', '--part', 'improvements', '--file', file, ...by, '--json');
    expect(documentOf(written)).toMatchObject({ type: 'report.part-written', repeated: false });
    const words = ['report', 'write-section', '--agency', 'demo', '--year', '2024', '--data', place.data];
    const piped = spawnSync(execPath, ['bin/gongkai.js', ...words, '--part', 'supervision', '--file', '-', ...by], {
      input: '监督到位。\n',
      encoding: 'utf8',
    });
    expect(piped).toMatchObject({ status: 0, stdout: expect.stringContaining('已写“（五）监督保障”') });
    const { parts } = documentOf(await report('history', '--json')) as { parts: Record<string, { text: string }[]> };
    expect(parts['improvements']).toMatchObject([{ text: '一是甲。\n二是乙。' }]);
    expect(parts['supervision']).toMatchObject([{ text: '监督到位。' }]);
  });

  it('overrides a sentence with a reason, and puts it back', async () => {
    const sentence = ['--sentence', 'applications.received'];
    const text = ['--text', '申请情况见第三部分。', '--reason', '合并说明'];
    expect((await report('override', ...sentence, ...text, ...by)).code).toBe(0);
    const draft = (await report('show', '--issue', 'draft')).stdout;
    expect(draft).toContain('【草稿】');
    expect(draft).toMatch(/没有文字的部分：（三）政府信息管理\n/u);
    expect((await report('history')).stdout).toContain('申请情况见第三部分。　理由：合并说明');
    expect((await report('withdraw-override', ...sentence, ...by)).code).toBe(0);
  });

  it('sets title and date, issues anew', async () => {
    expect((await report('set-title', ...by)).stdout).toContain('用通常的标题');
    expect((await report('sign', '--signed-on', '2025-02-01', ...by)).stdout).toContain('落款日期 2025-02-01');
    expect((await report('issue', ...by)).stdout).toMatch(
      /已定稿（版本 \d+）\n提示：没有文字的部分：（三）政府信息管理\n/u,
    );
    const { issue, title } = documentOf(await report('show', '--json'));
    expect([issue, title]).toMatchObject([{ number: 2 }, '示例区人民政府2024年政府信息公开工作年度报告']);
  });

  it.each<[string, readonly string[], number, string]>([
    ['show', ['--issue', '9'], 1, 'not-found'],
    ['show', ['--issue', 'x'], 2, '--issue'],
    ['write-section', ['--part', 'tables', '--file', '-', ...by], 2, '--part'],
    ['write-section', ['--part', 'problems', '--file', '/nowhere', ...by], 2, '文件不存在'],
    ['write-section', ['--part', 'problems', '--file', 'package.json'], 2, '--actor'],
    ['override', ['--sentence', 'applications.received', '--text', '甲', ...by], 2, '--reason'],
    ['override', ['--sentence', 'a.b', '--text', '甲', '--reason', '乙', ...by], 1, 'not-found'],
    ['withdraw-override', ['--sentence', 'applications.received', ...by], 1, 'not-overridden'],
    ['confirm-draft', ['--part', 'platform', ...by], 1, 'no-draft'],
    ['sign', ['--signed-on', '2024-12-31', ...by], 1, 'date-order'],
    ['issue', by, 1, 'report-unchanged'],
  ])('%s %j ends with %i and says why', async (word, words, code, says) => {
    const run = await report(word, ...words);
    expect([run.code, run.stdout]).toEqual([code, '']);
    expect(run.stderr).toContain(says);
    expect(run.stderr).not.toMatch(/\n\s+at /u);
  });

  it('refuses a file that is not UTF-8 and says so', async () => {
    const file = join(place.directory, 'gbk.txt');
    writeFileSync(file, Buffer.from([0xd2, 0xbb, 0xca, 0xc7]));
    const run = await report('write-section', '--part', 'problems', '--file', file, ...by);
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('不是 UTF-8 文本')]);
  });
});
