import { REPORT_FORMS, type ReportForm } from '#agency';
import { Option } from 'nest-commander';
import { RecorderCommand, type RecorderOptions } from '../office/recorder-command.js';
import { choiceOption, integerOption, required, yearOption } from '../shell/parse.js';

/** Which year of which agency. */
export interface YearOptions extends RecorderOptions {
  readonly agency?: string;
  readonly year?: number;
  readonly form?: ReportForm;
}

/** The number of an edition. Raises `UsageFault`. */
export function editionOption(value: string): number {
  return integerOption('--edition', value, 1, 9_999);
}

/** A command about one year of one agency. */
export abstract class YearGongkaiCommand<Options extends YearOptions = YearOptions> extends RecorderCommand<Options> {
  /** Raises `UsageFault` where one is missing. */
  protected yearOf({ agency, year }: YearOptions): { readonly agency: string; readonly year: number } {
    return { agency: required('--agency', agency), year: required('--year', year) };
  }

  @Option({ flags: '--agency <机关>', name: 'agency', description: '机关编号' })
  parseAgency(value: string): string {
    return value;
  }

  @Option({ flags: '--year <年度>', name: 'year', description: '年度，例如 2023' })
  parseYear(value: string): number {
    return yearOption(value);
  }

  @Option({ flags: '--form <格式>', name: 'form', description: '年度报告格式 2019 或 2021（默认按机关的办理规则）' })
  parseForm(value: string): ReportForm {
    return choiceOption('--form', value, REPORT_FORMS);
  }
}
