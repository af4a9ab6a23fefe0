import type { JudgedPrefix } from './preflight.ts';
import type { Reason } from './preflight-reason.ts';
import { reasonSentence } from './reason-words.ts';

const ofHolder: readonly Reason['kind'][] = [
  'holder-ours',
  'holder-other',
  'holder-uncompared',
  'holder-unknown',
  'holder-silent',
];
const ofRoutes: readonly Reason['kind'][] = ['rpki-invalid', 'route-elsewhere', 'route-covering'];

/** What decided on a prefix, and whose it is where that decided too. The rest is evidence. */
export function tellingSentences({ verdict, reasons }: Pick<JudgedPrefix, 'verdict' | 'reasons'>): string {
  const [first] = reasons;
  const isByHolder = verdict === 'sign' || verdict === 'manual' || verdict === 'unclear';
  const more = reasons.filter(
    ({ kind }) => ofRoutes.includes(kind) || (isByHolder && ofHolder.includes(kind)),
  );
  return [...new Set([first, ...more])].map(reasonSentence).join(' ');
}
