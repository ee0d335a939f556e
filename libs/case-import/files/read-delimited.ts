import { CsvError, parse } from 'csv-parse/sync';
import { decode } from '#files';
import { RegisterFault } from '../register-fault.js';
import { BLANK, type Sheet, type SheetRow } from '../sheet.js';
import { asRegisterFault } from './as-register-fault.js';
import { MAX_ROWS } from './limits.js';

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** What a delimited file needs to be told. */
export interface DelimitedOptions {
  readonly headerRow: number;
  /** Without it: the one that stands most often in the line of the heads. */
  readonly delimiter: string | undefined;
}

/**
 * Reads a text file with delimiters (CSV and its kin). Every cell is text. Raises {@link RegisterFault}
 * `register-file-unreadable` (with the line of an unclosed quote), `register-file-too-large`.
 */
export function readDelimited(bytes: Buffer, { headerRow, delimiter }: DelimitedOptions): Sheet {
  const { text: decoded, encoding } = asRegisterFault(() => decode(bytes));
  // One kind of line end only: within quotes the parser would count CRLF as two lines.
  const text = decoded.replace(/\r\n?/g, '\n');
  const records = parsed(text, delimiter ?? likelyDelimiter(text, headerRow));
  if (records.length > MAX_ROWS) throw new RegisterFault('register-file-too-large', `文件超过 ${MAX_ROWS} 行；未读取`);
  let end = 0;
  const rows = records.map(({ record, info }): SheetRow => {
    const number = end + 1;
    end = info.lines;
    return { number, hidden: false, cells: record.map((cell) => (cell === '' ? BLANK : { kind: 'text', text: cell })) };
  });
  return { name: null, rows, notes: encoding === 'utf-8' ? [] : [`文件编码为 ${encoding.toUpperCase()}`] };
}

interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: how many lines are read when the record is complete. */
  readonly info: { readonly lines: number };
}

function parsed(text: string, delimiter: string): readonly CsvRecord[] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      max_record_size: 1_048_576,
    }) as unknown as CsvRecord[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line: unknown = cause['lines'];
    const where = typeof line === 'number' ? `第 ${line} 行附近` : '';
    throw new RegisterFault(
      'register-file-unreadable',
      `${where}引号不成对或位置不对，无法分清各列`,
      { line },
      { cause },
    );
  }
}

function likelyDelimiter(text: string, headerRow: number): string {
  const heads = text.split('\n', headerRow)[headerRow - 1] ?? '';
  const counts = DELIMITERS.map((delimiter) => heads.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
