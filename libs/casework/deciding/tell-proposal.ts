import { documentText } from '../fields.js';
import { OUTCOMES, outcomeText } from '../outcomes.js';
import { listed, tellRecord, yesOrNo, type ToldFact, type WordsFor } from '../telling/fact.js';
import { EVIDENCE_LABELS } from './evidence.js';
import { CLASSIFICATION_LABELS, type GroundFacts } from './grounds.js';
import type { ProposalData } from './propose-decision.js';

/** What a proposal says: the outcome with its grounds, one line for each piece of evidence, the facts that the grounds rest on. */
export function tellProposal({ evidence, facts = {}, ...proposal }: ProposalData): readonly ToldFact[] {
  return [
    ...tellRecord(proposal, {
      on: { label: '拟定决定之日' },
      outcome: { label: '拟定的处理决定', show: outcomeText },
      otherGrounds: listed('其余理由', (ground) => OUTCOMES[ground].name),
      articles: listed('引用条款'),
      reviewRequired: yesOrNo('须经审核'),
      earlierRepliedOn: { label: '此前答复之日' },
    }),
    ...tellEvidence(evidence),
    ...tellRecord(facts, GROUND_FACT_WORDS, 'facts.'),
  ];
}

const GROUND_FACT_WORDS: WordsFor<GroundFacts> = {
  earlierCaseId: { label: '此前已答复的申请件' },
  earlierReply: {
    label: '此前的答复',
    show: ({ documentNumber, repliedOn }) => `${documentNumber}，${repliedOn} 答复`,
  },
  lawNames: listed('禁止公开的法律、行政法规'),
  classification: {
    label: '密级',
    show: ({ level, until }) => `${CLASSIFICATION_LABELS[level]}${until === undefined ? '' : `，保密期限至 ${until}`}`,
  },
  responsibleAgency: {
    label: '负责公开的机关',
    show: (agency) => (agency.known ? [agency.name, agency.contact ?? []].flat().join('，') : '不能确定'),
  },
};

function tellEvidence(evidence: ProposalData['evidence']): ToldFact[] {
  if (evidence.length === 0) return [{ path: 'evidence', label: '证据', text: '无' }];
  return evidence.map(({ kind, document }, index) => ({
    path: `evidence[${index}]`,
    label: `证据（${EVIDENCE_LABELS[kind]}）`,
    text: documentText(document),
  }));
}
