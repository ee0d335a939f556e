import { REPORT_PART_LABELS, REPORT_PARTS, type ReportPartId } from '#agency';
import { choiceOption } from '../shell/parse.js';

/** The parts that are written, with their labels, for the help. */
export const PARTS_HELP = REPORT_PARTS.map((part) => `${part}（${REPORT_PART_LABELS[part]}）`).join('、');

/** A part of the report. Raises `UsageFault`. */
export function partOption(value: string): ReportPartId {
  return choiceOption('--part', value, REPORT_PARTS);
}
