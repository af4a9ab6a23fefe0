import { answer, type Result, refuse } from '../../result.ts';
import { isPrivateKeyWithin } from '../signature/private-key.ts';
import { isValidationIdWithin } from '../signature/validation-id.ts';

/** A file of a ticket may have so many bytes. Source: Microsoft.Support 2024-04-01, two chunks of 2.5 MB. */
export const fileBytesLimit = 5 * 1_024 * 1_024;

export type FileRefusal =
  | { readonly code: 'file-empty'; readonly name: string }
  | { readonly code: 'file-too-large'; readonly name: string; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file-kind-unknown'; readonly name: string; readonly allowed: readonly string[] }
  /** Its name says one kind and its content another. */
  | { readonly code: 'file-not-what-it-says'; readonly name: string; readonly extension: string }
  | { readonly code: 'file-holds-private-key'; readonly name: string }
  | { readonly code: 'file-holds-service-key'; readonly name: string };

/** What is taken, and how the content of each is known. */
const kinds: Readonly<Record<string, (content: Uint8Array) => boolean>> = {
  // Readers look for it in the first kilobyte: some programs write a mark before it.
  pdf: (content) => latin1(content.subarray(0, 1_024)).includes('%PDF-'),
  png: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpg: begins(0xff, 0xd8, 0xff),
  jpeg: begins(0xff, 0xd8, 0xff),
  docx: isWordDocument,
  txt: isText,
  eml: isText,
  csv: isText,
};

export const fileExtensions: readonly string[] = Object.keys(kinds);

/** What is taken as evidence: by its name and by its content, both. The name that comes back is safe to keep. */
export function checkFile(
  given: string,
  content: Uint8Array,
): Result<{ readonly name: string }, FileRefusal> {
  const name = safeName(given);
  const extension = /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const fits = Object.hasOwn(kinds, extension) && kinds[extension];
  if (!fits) return refuse({ code: 'file-kind-unknown', name, allowed: fileExtensions });
  const bytes = content.length;
  if (bytes === 0) return refuse({ code: 'file-empty', name });
  if (bytes > fileBytesLimit) return refuse({ code: 'file-too-large', name, bytes, limit: fileBytesLimit });
  const text = readable(content);
  if (isPrivateKeyWithin(text)) return refuse({ code: 'file-holds-private-key', name });
  if (isValidationIdWithin(text)) return refuse({ code: 'file-holds-service-key', name });
  return fits(content) ? answer({ name }) : refuse({ code: 'file-not-what-it-says', name, extension });
}

/** Characters; Azure's own command line allows 110 before the extension. */
const nameLimit = 100;

/** No path, no control characters, nothing that a shell or Microsoft's file service would stumble over. */
function safeName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}<>%&:?*|"']+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 ? [...plain.slice(dot)].slice(0, 8).join('') : '';
  const stem = dot > 0 ? plain.slice(0, dot).trimEnd() : plain;
  return `${[...stem].slice(0, nameLimit - extension.length).join('') || 'file'}${extension}`;
}

function begins(...bytes: readonly number[]): (content: Uint8Array) => boolean {
  return (content) => bytes.every((byte, at) => content[at] === byte);
}

/** A zip whose list of parts is Word's; the names of parts stand in it as they are. Macros belong into another kind. */
function isWordDocument(content: Uint8Array): boolean {
  if (!begins(0x50, 0x4b, 0x03, 0x04)(content)) return false;
  const names = latin1(content);
  return (
    names.includes('[Content_Types].xml') && names.includes('word/') && !names.includes('vbaProject.bin')
  );
}

/** Of any alphabet: what no text holds are the other control characters. UTF-16 is known by its mark. */
function isText(content: Uint8Array): boolean {
  const isWide = begins(0xff, 0xfe)(content) || begins(0xfe, 0xff)(content);
  return isWide || content.every((byte) => byte >= 0x20 || (byte >= 0x08 && byte <= 0x0d) || byte === 0x1a);
}

/** What stands in it in plain letters, in UTF-16 too. What is compressed, as in most PDFs, is not looked into. */
function readable(content: Uint8Array): string {
  return latin1(content).replaceAll('\0', '');
}

function latin1(content: Uint8Array): string {
  return new TextDecoder('latin1').decode(content);
}
