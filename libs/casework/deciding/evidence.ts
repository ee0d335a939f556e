import { z } from 'zod';
import { documentSchema } from '../fields.js';

/** What a document in the file proves (DR 1.7: what courts ask for). */
export const EVIDENCE_KINDS = [
  'search-record',
  'classification-marks',
  'adverse-effect',
  'third-party-opinion',
  'publication-proof',
  'public-interest',
  'secrecy-review',
  'reasons',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Labels of the kinds, plain Chinese. */
export const EVIDENCE_LABELS: Readonly<Record<EvidenceKind, string>> = {
  'search-record': '检索记录',
  'classification-marks': '定密标志及保密期限',
  'adverse-effect': '公开后不利影响的证据',
  'third-party-opinion': '第三方意见',
  'publication-proof': '已主动公开的证明',
  'public-interest': '重大公共利益的理由',
  'secrecy-review': '保密审查意见',
  reasons: '决定理由',
  other: '其他材料',
};

/** A document that can be found again: by its number, by the hash of its bytes, or by both. */
export const identifiedDocumentSchema = documentSchema.refine(
  ({ number, sha256 }) => number !== undefined || sha256 !== undefined,
  '文号（number）与 sha256 至少填一项',
);

/** One piece of evidence. The reasons of a decision, too, lie in a document: free text about people never enters the log. */
export const evidenceSchema = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS, { error: '应为证据种类之一：' + EVIDENCE_KINDS.join('、') }),
  document: identifiedDocumentSchema,
});
