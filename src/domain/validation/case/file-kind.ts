import { answer, type Result, refuse } from '../../result.ts';

/** A file of a ticket may have so many bytes. Source: Microsoft.Support 2024-04-01, two chunks of 2.5 MB. */
export const fileBytesLimit = 5 * 1_024 * 1_024;

export type FileRefusal =
  | { readonly code: 'file-empty'; readonly name: string }
  | { readonly code: 'file-too-large'; readonly name: string; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file-kind-unknown'; readonly name: string; readonly allowed: readonly string[] }
  /** Its name says one kind and its content another. */
  | { readonly code: 'file-not-what-it-says'; readonly name: string; readonly extension: string }
  | { readonly code: 'file-holds-private-key'; readonly name: string };

/** How a kind of file begins; undefined: it is text. */
const beginnings: Readonly<Record<string, readonly (readonly number[])[] | undefined>> = {
  pdf: [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  png: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  jpg: [[0xff, 0xd8, 0xff]],
  jpeg: [[0xff, 0xd8, 0xff]],
  // A docx is a zip.
  docx: [[0x50, 0x4b, 0x03, 0x04]],
  txt: undefined,
  eml: undefined,
  csv: undefined,
};

export const fileExtensions: readonly string[] = Object.keys(beginnings);

/** What is taken as evidence: by its name and by how it begins, both. The name that comes back is safe to keep. */
export function checkFile(
  given: string,
  content: Uint8Array,
): Result<{ readonly name: string }, FileRefusal> {
  const name = safeName(given);
  const extension = /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(beginnings, extension)) {
    return refuse({ code: 'file-kind-unknown', name, allowed: fileExtensions });
  }
  const bytes = content.length;
  if (bytes === 0) return refuse({ code: 'file-empty', name });
  if (bytes > fileBytesLimit) return refuse({ code: 'file-too-large', name, bytes, limit: fileBytesLimit });
  if (holdsPrivateKey(content)) return refuse({ code: 'file-holds-private-key', name });
  const known = beginnings[extension];
  const fits = known
    ? known.some((begin) => begin.every((byte, at) => content[at] === byte))
    : isText(content);
  return fits ? answer({ name }) : refuse({ code: 'file-not-what-it-says', name, extension });
}

const nameLimit = 100;

/** No path, no control characters, nothing that a shell or Microsoft's file service would stumble over. */
function safeName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}<>%&:?*|"']+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 ? plain.slice(dot).slice(0, 8) : '';
  const stem = dot > 0 ? plain.slice(0, dot) : plain;
  return `${[...stem].slice(0, nameLimit - extension.length).join('') || 'file'}${extension}`;
}

function isText(content: Uint8Array): boolean {
  return !content.includes(0);
}

/** -----BEGIN … PRIVATE KEY-----, wherever it stands. */
function holdsPrivateKey(content: Uint8Array): boolean {
  return /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----/u.test(new TextDecoder('latin1').decode(content));
}
