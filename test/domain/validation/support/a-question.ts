import type { PrefixEvidence } from '../../../../src/domain/validation/evidence.ts';
import { judgePreflight } from '../../../../src/domain/validation/judge-preflight.ts';
import type {
  AskedPrefix,
  JudgedPrefix,
  PreflightQuestion,
} from '../../../../src/domain/validation/preflight.ts';
import { aPrefixEvidence } from '../../../support/a-prefix-evidence.ts';

export function anAsked(overrides: Partial<AskedPrefix> = {}): AskedPrefix {
  return { prefix: '203.0.113.0/24', family: 'ipv4', routingRegistry: 'RIPENCC', ...overrides };
}

export function aQuestion(overrides: Partial<PreflightQuestion> = {}): PreflightQuestion {
  return { peerAsn: 64_510, organizationNames: ['Northwind Traders'], prefixes: [anAsked()], ...overrides };
}

/** What comes of one prefix. */
export function judgeOne(
  evidence: Partial<PrefixEvidence> = {},
  asked: Partial<AskedPrefix> = {},
  question: Partial<PreflightQuestion> = {},
): JudgedPrefix {
  const one = anAsked(asked);
  const { prefixes } = judgePreflight(aQuestion({ ...question, prefixes: [one] }), [
    aPrefixEvidence({ prefix: one.prefix, family: one.family, ...evidence }),
  ]);
  const [judged] = prefixes;
  if (!judged) throw new Error('nothing was judged');
  return judged;
}

export const kindsOf = ({ reasons }: Pick<JudgedPrefix, 'reasons'>) => reasons.map(({ kind }) => kind);
