import { fileLimit, textLimits } from '../../src/domain/validation/case/command.ts';
import { fileBytesLimit, fileExtensions } from '../../src/domain/validation/case/file-kind.ts';
import { caseSteps } from '../../src/domain/validation/case/steps.ts';
import type { CaseChatRefusal } from '../../src/slack/blocks/refusal-case.ts';

type Of<C extends CaseChatRefusal['code']> = Extract<CaseChatRefusal, { readonly code: C }>;
type Field = Of<'case-text-missing'>['what'];

const id = 'CASE-7K2Q9M';
const fields: readonly Field[] = ['reason', 'comment', 'title', 'body', 'reply', 'note'];

/** Every refusal about cases, with the text wherever somebody's own words stand. */
export function caseRefusalsOf(text: string): {
  readonly [C in CaseChatRefusal['code']]: readonly Of<C>[];
} {
  const about = <C extends CaseChatRefusal['code']>(code: C) => ({ code, id });
  const name = text;
  return {
    'case-unknown': [{ code: 'case-unknown', id: text }],
    'case-over': [about('case-over')],
    'case-step-not-now': caseSteps.flatMap((step) => [
      { ...about('case-step-not-now'), step },
      ...caseSteps.map((now) => ({ ...about('case-step-not-now'), step, now })),
    ]),
    'case-not-in-review': caseSteps.map((step) => ({ ...about('case-not-in-review'), step })),
    'case-round-over': caseSteps.map((step) => ({ ...about('case-round-over'), step })),
    'case-own-work': caseSteps.map((step) => ({ ...about('case-own-work'), step })),
    'case-approved-already': caseSteps.map((step) => ({ ...about('case-approved-already'), step })),
    'case-with-microsoft': [about('case-with-microsoft')],
    'case-nothing-to-send-back': [about('case-nothing-to-send-back')],
    'case-evidence-missing': [about('case-evidence-missing')],
    'case-preflight-missing': [about('case-preflight-missing')],
    'case-file-unknown': [about('case-file-unknown')],
    'case-files-too-many': [{ ...about('case-files-too-many'), limit: fileLimit }],
    'case-file-twice': [{ ...about('case-file-twice'), name }],
    'case-number-malformed': [{ ...about('case-number-malformed'), value: text.slice(0, 40) }],
    'case-not-by-hand': [about('case-not-by-hand')],
    'case-not-submitted': [about('case-not-submitted')],
    'case-text-missing': fields.map((what) => ({ code: 'case-text-missing', what })),
    'case-text-too-long': fields.map((what) => ({
      code: 'case-text-too-long',
      what,
      limit: textLimits[what],
    })),
    'case-text-holds-private-key': fields.map((what) => ({ code: 'case-text-holds-private-key', what })),
    'case-text-holds-service-key': fields.map((what) => ({ code: 'case-text-holds-service-key', what })),
    'case-circuit-unknown': [{ code: 'case-circuit-unknown' }],
    'case-nothing-to-validate': [{ code: 'case-nothing-to-validate', name }],
    'case-all-validated': [{ code: 'case-all-validated', name }],
    'case-channel-missing': [{ code: 'case-channel-missing' }],
    'case-file-gone': [{ code: 'case-file-gone' }],
    'file-empty': [{ code: 'file-empty', name }],
    'file-too-large': [{ code: 'file-too-large', name, bytes: 7_000_000, limit: fileBytesLimit }],
    'file-kind-unknown': [{ code: 'file-kind-unknown', name, allowed: fileExtensions }],
    'file-not-what-it-says': [{ code: 'file-not-what-it-says', name, extension: 'pdf' }],
    'file-holds-private-key': [{ code: 'file-holds-private-key', name }],
    'file-holds-service-key': [{ code: 'file-holds-service-key', name }],
  };
}
