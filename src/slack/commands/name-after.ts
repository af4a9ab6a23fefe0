import type { Word } from '../../domain/text/words.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';

type NameAfter =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refused: Promise<Reply> };

/** The one word that may follow a circuit; '' when there is none, a refusal when there are more. */
export function nameAfter([first, ...more]: readonly Word[], usage: string): NameAfter {
  if (first && first.key !== undefined) return refused(first, usage);
  const [second] = more;
  return second ? refused(second, usage) : { ok: true, value: first?.value ?? '' };
}

/** Where nothing may follow. */
export function nothingAfter([first]: readonly Word[], usage: string): NameAfter {
  return first ? refused(first, usage) : { ok: true, value: '' };
}

function refused({ key, value }: Word, usage: string): NameAfter {
  const word = key === undefined ? value : `${key}:${value}`;
  return { ok: false, refused: Promise.resolve(refusalReply({ code: 'argument-unknown', word, usage })) };
}
