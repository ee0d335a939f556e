import { HONGZE_CASES_2023 } from './hongze-2023.js';
import { HONGZE_CASES_2024 } from './hongze-2024.js';
import { fileText, type Line } from './line.js';
import { HONGZE_REGISTER_2023, HONGZE_REGISTER_2024, SONGZHUANG_REGISTER_2022 } from './register-years.js';
import type { CaseStory } from './case-story.js';
import { EVERY_STEP } from './every-step.js';

const INVENTED = [
  '人员、申请人、文号、日期均为虚构；各项数字与公开发布的年度报告一致。',
  '本文件由 test/scenarios 生成（npm run docs），请勿手改；格式见 docs/scenario-files.md。',
];

const HONGZE_2023 = casesLines(HONGZE_CASES_2023);

/** Facts of 2024 about applications of 2023 (suits after a reconsideration) belong to the file of the year in which they were recorded. */
const isOf2024 = (line: Line) => line.command !== 'record-delivery' && dateOf(line) >= '2024-01-01';

/** The scenario files by name, exactly as they lie in scenarios/. */
export function scenarioFiles(): ReadonlyMap<string, string> {
  return new Map([
    [
      'songzhuang-2022.jsonl',
      fileText(
        ['送庄镇人民政府，2022 年：没有收到申请，主动公开信息 304 条。', ...INVENTED],
        SONGZHUANG_REGISTER_2022.lines,
      ),
    ],
    [
      'hongze-2023.jsonl',
      fileText(
        ['淮安市洪泽区人民政府，2023 年：申请 21 件，行政复议 11 件，复议后起诉 5 件。', ...INVENTED],
        [...HONGZE_REGISTER_2023.lines, ...HONGZE_2023.filter((line) => !isOf2024(line))],
      ),
    ],
    [
      'hongze-2024.jsonl',
      fileText(
        [
          '淮安市洪泽区人民政府，2024 年：申请 95 件，行政复议 2 件，行政诉讼 4 件。先执行 hongze-2023.jsonl。',
          '年度报告的 95 件是全区数字（区政府办 17 件），这里都登记在区政府名下。',
          ...INVENTED,
        ],
        [...HONGZE_REGISTER_2024.lines, ...HONGZE_2023.filter(isOf2024), ...casesLines(HONGZE_CASES_2024)],
      ),
    ],
    ['every-step.jsonl', fileText(['示例机关：每个命令至少一次，共若干申请件。', ...INVENTED.slice(1)], EVERY_STEP)],
  ]);
}

function casesLines(stories: readonly CaseStory[]): readonly Line[] {
  return stories.flatMap((story) => story.lines);
}

function dateOf({ body }: Line): string {
  return body['on'] as string;
}
