import type { EvidenceKind } from '../../../domain/validation/case/case.ts';

export const evidenceNames: Readonly<Record<EvidenceKind, string>> = {
  'letter-of-authorization': 'Letter of Authorization',
  'registry-record': 'registry record',
  allocation: 'allocation',
  contract: 'contract',
  preflight: 'what the registries say',
  other: 'other evidence',
};
