import { quoted, SourceFault } from '../source-fault.ts';

/** What an IRR server said to one question. */
export type IrrAnswer =
  /** Objects as text, blank lines between them. */
  | { readonly kind: 'data'; readonly text: string }
  /** It knows nothing of the kind. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly message: string };

/** A refusal of one question. Throws SourceFault when it is one of us: no other question would be answered either. */
export function refusal(message: string): IrrAnswer {
  if (!/\blimit|exceeded|too many|temporarily/iu.test(message))
    return { kind: 'refused', message: quoted(message) };
  throw new SourceFault('throttled', `It asks us to ask less often: ${quoted(message)}`);
}
