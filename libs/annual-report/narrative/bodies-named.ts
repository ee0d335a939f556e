import type { TableScope } from '#agency';

/** Who speaks in a report, and of whom its tables are. */
export interface Speaker {
  /** Name of the agency whose report it is. */
  readonly agencyName: string;
  readonly scope: TableScope;
  readonly year: number;
}

/** A body or a territory named in a clause: where, and whether it is that of the tables. */
export interface Naming {
  readonly at: number;
  readonly end: number;
  readonly isOwn: boolean;
}

/** Words that are in no name of a body, and after which none begins in the middle. */
const NO_NAME =
  '[的了在向对由给经为与及于把将被并各我本全]|根据|依[据照]|按照|通过|要求|没有|其中|收到|受理|接到|办[理结]|答复|申请|公开|提供|处理|积极|严格|认真';
const NAME = `(?:(?!${NO_NAME})[一-龥])`;

/** How the name of a body ends. An office (办公室) may be any part of the speaker and tells nothing. */
const BODY =
  '(?:人民政府|政府(?!信息|网|门户|公报|采购|服务|开放))(?:办公厅|办公室)?|街道办事处|街道|镇|乡|局|委员会|管委会|(?:发改|卫健|国资|经信|住建|科|教|建)委|法院|检察院|公司|学校|医院';

/** Bodies named by what they are to the speaker, wherever in a clause they stand. */
const OTHERS = new RegExp(
  `(?:各|其他|其它|有关|相关|所属|下属|下级|上级|基层|直属|派驻|兄弟|[省市区县]直)${NAME}{0,8}?(?:乡镇|镇街|街镇|乡|镇|街道|村|社区|部门|单位|机关|局|委|政府|机构|企业|公司|学校|区|县|市)|乡镇|镇街|街镇|镇办|村居|区县|县区`,
  'gu',
);
const TERRITORY = /(?<which>全|我|本)(?<kind>省|市|区|县|旗|州|镇|乡|街道|国|系统)(?![域场委局办]|政府|人民政府)/gu;
const LEVEL = /(?<kind>[省市区县镇乡])?(?:政府)?本级/gu;
const SPEAKER = /(?:我|本)(?:机关|单位|部门|局|委|办|厅|院|中心|会|站|所|处)/gu;

/** The bodies and territories of the closed vocabulary in a clause, in their order. */
export function namingsIn(clause: string, speaker: Speaker): readonly Naming[] {
  const { scope } = speaker;
  const kind = territoryOf(speaker.agencyName);
  const found = (pattern: RegExp, isOwn: (groups: Record<string, string | undefined>) => boolean) =>
    [...clause.matchAll(pattern)].map(({ 0: words, index, groups = {} }) => ({
      at: index,
      end: index + words.length,
      isOwn: isOwn(groups),
    }));
  return [
    ...found(OTHERS, () => false),
    ...found(TERRITORY, (groups) => isOwnTerritory(groups['which'] ?? '', groups['kind'] ?? '', kind, scope)),
    // A town has no other level than itself.
    ...found(LEVEL, ({ kind: of = '' }) => scope === 'level' || (scope === 'own' && ['镇', '乡'].includes(of))),
    ...found(SPEAKER, () => scope === 'own'),
  ].sort((a, b) => a.at - b.at || b.end - a.end);
}

/** The name of a body that begins at a place; `null`: none does. */
export function nameAt(clause: string, at: number, { agencyName }: Speaker): Naming | null {
  const pattern = new RegExp(`${NAME}{0,10}?(?:${BODY})`, 'uy');
  pattern.lastIndex = at;
  const name = pattern.exec(clause)?.[0];
  if (name === undefined) return null;
  const [called, own] = [name, agencyName].map((one) => one.replace(/人民|办公[厅室]/gu, '')) as [string, string];
  return { at, end: at + name.length, isOwn: isShortFor(called, own) || called.includes(own) };
}

/** Whether a name is another one with characters left out, as 县发改局 is for 某县发展和改革局. */
function isShortFor(short: string, name: string): boolean {
  let at = 0;
  for (const character of name) if (character === short[at]) at++;
  return at === short.length;
}

/**
 * 全区 is the region of a district; 全镇 is the town itself. In the report of a department every territory is another scope; where the name
 * does not tell what the body is (a zone, say), none evidently is.
 */
function isOwnTerritory(which: string, kind: string, own: string | null, scope: TableScope): boolean {
  if (own === null) return true;
  if (kind !== own) return false;
  return which !== '全' || scope === 'region' || ['镇', '乡', '街道'].includes(kind);
}

const GOVERNMENT = /(省|市|区|县|旗|州|镇|乡|街道)(?:人民政府|政府|办事处)(?:办公厅|办公室)?$/u;
const DEPARTMENT = /(?:局|厅|院|中心|办公室|(?<!管理)委员会|(?<!管)委)$/u;

/** The kind of territory that a government is of; `''` for a department, `null` where the name does not tell. */
function territoryOf(agencyName: string): string | null {
  return GOVERNMENT.exec(agencyName)?.[1] ?? (DEPARTMENT.test(agencyName) ? '' : null);
}
