/**
 * The parts of an annual report that are written in words, in the order of the form (DR 2.1): before section 一, the introduction of
 * 一 and its five parts, 五 and 六. Sections 二 to 四 are tables.
 */
export const REPORT_PARTS = [
  'preamble',
  'overview',
  'proactive-disclosure',
  'applications',
  'information-management',
  'platform',
  'supervision',
  'problems',
  'improvements',
  'other-matters',
] as const;
export type ReportPartId = (typeof REPORT_PARTS)[number];

/** What people call the parts; those of section 一 as the form does. */
export const REPORT_PART_LABELS: Readonly<Record<ReportPartId, string>> = {
  preamble: '引言',
  overview: '总体情况概述',
  'proactive-disclosure': '（一）主动公开',
  applications: '（二）依申请公开',
  'information-management': '（三）政府信息管理',
  platform: '（四）平台建设',
  supervision: '（五）监督保障',
  problems: '存在的主要问题',
  improvements: '改进情况',
  'other-matters': '其他需要报告的事项',
};
