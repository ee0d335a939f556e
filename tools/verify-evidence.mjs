#!/usr/bin/env node
// Verifies an evidence bundle by its documented format (docs/formats/evidence-bundle.md), with Node 20 or later, nothing else.
// Usage: node verify-evidence.mjs FILE [ROOT ...] (Merkle roots known from elsewhere). Exit: 0 sound, 1 not so, 2 not readable.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual as same } from 'node:util';

/** SHA-256 of the line that says which event and outcome counts where, as documented: a bundle cannot bring its own. */
const COUNTING = '836610d0733f216791b07e84812e9c8ba9d3900afb59726d7df883d0f29abbb4';
const faults = [];
const check = (sound, where, words) => sound || faults.push(`✗ ${where}: ${words}`);
const sha256 = (...parts) => parts.reduce((whole, part) => whole.update(part), createHash('sha256')).digest();
const hex = (...parts) => sha256(...parts).toString('hex');
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Every line but the last as an object; the last one holds the SHA-256 of all bytes before it. */
function* linesOf(bytes) {
  const end = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  for (let from = 0, to; from < end; from = to + 1, at++)
    yield JSON.parse(bytes.toString('utf8', from, (to = bytes.indexOf(10, from))));
  const seal = `{"seal":"${hex(bytes.subarray(0, end))}"}\n`;
  check(bytes.subarray(end).equals(Buffer.from(seal)), '全文 / whole', '封印不符 / the seal does not match');
}

/** Checks chain, revisions and the way from the last event up to a root; answers with the events, payloads parsed. */
function eventsOf({ name, root, path, events }, roots) {
  let chain = '0'.repeat(64);
  for (const [index, { id, type, version, revision, data, metadata, hash }] of events.entries()) {
    chain = hex(['gongkai/event/1', chain, id, type, version, name, revision, data, metadata].join('\n'));
    check(chain === hash && revision === index && version === 1, `${name}@${index}`, '哈希链不符 / hash chain broken');
  }
  let node = sha256(`\0${name}\0${events.length - 1}\0${chain}`);
  for (const step of path) {
    const [, side, digits] = /^([lr])([0-9a-f]{64})$/.exec(step);
    const sibling = Buffer.from(digits, 'hex');
    node = side === 'l' ? sha256('\x01', sibling, node) : sha256('\x01', node, sibling);
  }
  check(node.toString('hex') === roots[root].root, name, '不在所称的日志根之下 / not under the stated root');
  return events.map(({ type, revision, data }) => ({ type, revision, data: JSON.parse(data) }));
}

/** A history after its rectifications: of two the later one holds; supplied steps stand behind the entry named. */
function effective(events, types) {
  const [struck, said, placed] = [new Set(), new Map(), []];
  const corrected = events.toReversed().map(({ type, revision, data: recorded }) => {
    const data = { ...recorded, ...said.get(revision) };
    if (type !== 'case.entry-rectified') return { type, revision, data };
    const { kind, fields, remove = [], also = [], steps } = data.action;
    const removed = Object.fromEntries(remove.map((field) => [field, undefined]));
    for (const target of struck.has(revision) ? [] : [data.revision, ...also])
      if (kind === 'void') struck.add(target);
      else said.set(target, { ...fields, ...removed, ...said.get(target) });
    const supplied = steps?.map(({ step, body }) => ({ type: types[step] ?? step, revision, data: body }));
    return { type, revision, data, supplied };
  });
  for (const { supplied, ...entry } of corrected.toReversed()) {
    const behind = placed.findLastIndex(({ revision }) => revision === entry.data.revision) + 1;
    placed.splice(supplied ? behind : placed.length, 0, ...(supplied ?? [entry]));
  }
  return placed.filter(({ revision }) => !struck.has(revision));
}

/** What a case counts for, from its events. */
function countOf(events, { outcomes, endings, supplied }) {
  const count = { received: null, closed: null, matters: new Map() };
  for (const { type, data } of effective(events, supplied)) {
    const year = Number(data.on.slice(0, 4));
    if (type === 'case.application-received') count.kind = data.applicantKind;
    if (type === 'case.application-received' && data.receivedOn) count.received = Number(data.receivedOn.slice(0, 4));
    if (type === 'case.receipt-confirmed') count.received = year;
    if (/\.(decision-proposed|past-result-recorded)$/.test(type)) count.proposed = outcomes[data.outcome];
    const again = type === 'case.remedial-reply-dispatched' && year === count.closed && data.on >= count.on;
    const replied = /\.(reply-dispatched|past-result-recorded)$/.test(type);
    const row = replied ? count.proposed : again ? outcomes[data.outcome] : endings[type];
    if (row) Object.assign(count, { closed: year, on: data.on, row, received: count.received ?? year });
    const suit = data.afterReconsideration === undefined ? 'suitDirect' : 'suitAfterReview';
    const opened = { block: type === 'case.litigation-filed' ? suit : 'review', filed: year, concluded: null };
    if (type.endsWith('-filed') && data.notCounted === undefined) count.matters.set(data.remedyId, opened);
    const matter = type.endsWith('-concluded') ? count.matters.get(data.remedyId) : undefined;
    if (matter) Object.assign(matter, { concluded: year, result: data.result });
  }
  return count;
}

/** The rows of tables 3 and 4 of a year as sums over its cases; as many cells as are shown. */
function rowsOf(counts, { year, form }, { kinds, results }, shown) {
  const rows = Object.fromEntries(Object.entries(shown).map(([row, cells]) => [row, cells.map(() => 0)]));
  const add = (row, column) => [column, rows[row].length - 1].forEach((at) => rows[row][at]++);
  const within = (from, to) => from !== null && from <= year && (to ?? year) >= year;
  for (const { kind, received, closed, row, matters } of counts) {
    const ended = form === '2019' ? row?.replace(/^other\..*/, 'other.all') : row;
    const left = closed === year ? [ended, 'resolvedTotal'] : ['carriedOut'];
    const names = within(received, closed) ? [received === year ? 'new' : 'carriedIn', ...left] : [];
    for (const name of names) add(name, kinds.indexOf(kind));
    for (const { block, filed, concluded, result } of matters.values())
      if (within(filed, concluded)) add(block, concluded === year ? results.indexOf(result) : 3);
  }
  return rows;
}

/** The closing event says what the bundle says, the sums of the form hold (V1 to V4), and the cases add up to every row. */
function checkYear({ agency, year, edition, roots }, { figures, counting }, streams, calendars) {
  const closing = streams[`books-${agency}-${year}`].at(-1).data;
  const { table2, ...others } = JSON.parse(figures);
  const { form, table3, table4, published: sectionOne } = others;
  const fees = 'amount10k' in table2.fees ? { amount10k: String(table2.fees.amount10k) } : table2.fees;
  const printed = { tables: { ...others, table2: { ...table2, fees } }, sectionOne, form, digest: hex(figures) };
  const place = { agency, year, edition, position: roots.log.position, carriedForward: table3.carriedOut.at(-1) };
  const logRoot = closing.manifest.logRoot && roots.log.root;
  const manifest = { ...closing.manifest, form, calendarVersions: calendars, ...(logRoot && { logRoot }) };
  check(same(closing, { ...closing, ...printed, ...place, manifest }), '结账 / closing', '内容不符 / says otherwise');
  check(hex(JSON.stringify({ counting })) === COUNTING, '计数规则 / counting', '不是公布的规则 / not as documented');
  const leaves = Object.keys(table3).filter((row) => row.includes('.') || ['granted', 'partial'].includes(row));
  for (const [at, resolved] of table3.resolvedTotal.entries()) {
    const balance = table3.new[at] + table3.carriedIn[at] === resolved + table3.carriedOut[at];
    check(balance && sum(leaves.map((row) => table3[row][at])) === resolved, `表三 / table 3 [${at}]`, 'V1, V2');
  }
  const cases = Object.keys(streams).filter((name) => name.startsWith('case-'));
  const counts = cases.map((name) => countOf(streams[name], counting));
  const counted = rowsOf(counts, closing, counting, { ...table3, ...table4 });
  for (const [row, cells] of Object.entries({ ...table3, ...table4 }))
    check(same(counted[row], cells) && sum(cells.slice(0, -1)) === cells.at(-1), row, '案件重算不符 / cases differ');
}

let [unfit, at] = [2, 1];
try {
  const [file, ...known] = process.argv.slice(2);
  const [streams, calendars, whole] = [{}, [], {}];
  for (const { stream, calendar, ...line } of linesOf(readFileSync(file))) {
    Object.assign(whole, { ...line, ...whole }); // what was said first holds
    if (whole.format !== 'gongkai/evidence/2') throw new Error('不是证据包 / not an evidence bundle');
    unfit = 1;
    if (stream) streams[stream.name] = eventsOf(stream, whole.roots);
    if (calendar) calendars.push(`${calendar.jurisdiction}-${calendar.year}-${calendar.version}`);
    check(!calendar || hex(JSON.stringify(calendar)) === line.sha256, '日历 / calendar', '与摘要不符 / not its digest');
  }
  const { kind, agency, caseId, year, roots } = whole;
  const subject = { case: `case-${caseId}`, year: `books-${agency}-${year}` }[kind] ?? '首行 / header';
  for (const name of [subject, `agency-${agency}`]) check(name in streams, `${name}`, '缺少该流 / missing stream');
  const stated = Object.values(roots).map(({ root }) => root);
  for (const root of known) check(stated.includes(root), root, '不是包中的日志根 / no root of this bundle');
  if (kind === 'year') checkYear(whole, whole, streams, calendars);
  console.log(`${subject}: ${Object.keys(streams).length} 条流 / streams; 日志根 / roots: ${JSON.stringify(roots)}`);
} catch (error) {
  faults.push(`✗ 第 ${at} 行起无法读完 / cannot be read from line ${at} on: ${error.message}`);
}
const checked = '封印、哈希链、日志根、日历；年度另核结账与重算 / seal, chains, roots; closing, V1-V4, recount';
console.log(faults.length === 0 ? `✓ 核验一致 / sound: ${checked}` : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : unfit;
