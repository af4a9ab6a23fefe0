import { answer, type Result, refuse } from '../../result.ts';

/** What is wrong with the text of a signature, before anybody looks what it signs. */
export type SignatureTextFault =
  | {
      readonly kind:
        | 'empty'
        | 'certificate'
        | 'digest'
        | 'lines'
        | 'blanks'
        | 'quotes'
        | 'hex'
        | 'url'
        | 'cut';
    }
  | { readonly kind: 'character'; readonly character: string };

/** `bytes`: how long the signature is that the base64 stands for. */
export type SignatureText = { readonly base64: string; readonly bytes: number };

/**
 * Base64 in one line, as Azure wants it; blanks around it are what pasting leaves, and go. Each other way in which it
 * comes out of openssl has a name: Azure says InvalidSignatureEncoding of all of them.
 */
export function readSignatureText(pasted: string): Result<SignatureText, SignatureTextFault> {
  const text = pasted.trim();
  const kind = kindOf(text);
  if (kind) return refuse({ kind });
  const [character] = text.match(/[^A-Za-z0-9+/=]/u) ?? [];
  if (character !== undefined) return refuse({ kind: 'character', character });
  const padding = /=*$/u.exec(text)?.[0].length ?? 0;
  const isWhole =
    text.length % 4 === 0 && padding <= 2 && !text.slice(0, -padding || undefined).includes('=');
  return isWhole ? answer({ base64: text, bytes: (text.length / 4) * 3 - padding }) : refuse({ kind: 'cut' });
}

type Kind = Exclude<SignatureTextFault['kind'], 'character'>;

function kindOf(text: string): Kind | undefined {
  if (text === '') return 'empty';
  if (/-----BEGIN/u.test(text)) return 'certificate';
  if (/^\S*\s*\(.*\)\s*=\s*[0-9a-f]{32,}$/iu.test(text)) return 'digest';
  if (/^["'\u2018-\u201f]/u.test(text)) return 'quotes';
  if (/[\r\n]/u.test(text)) return 'lines';
  if (/\s/u.test(text)) return 'blanks';
  if (/^(?:[0-9a-f]{2}:?){64,}$/iu.test(text)) return 'hex';
  if (/[-_]/u.test(text) && /^[\w-]+=*$/u.test(text)) return 'url';
  return undefined;
}
