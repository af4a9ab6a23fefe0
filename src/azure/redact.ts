const guid = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const anyGuid = new RegExp(guid, 'giu');

/** What stands in front of a GUID that is no key, and that people search for. */
const introduced =
  '(?<!\\b(?:subscription|tenant|client|object|principal|correlation|activity|tracking|request|operation)s?(?:[\\s_-]?id)?[\\s:=\'"/(]{1,6})';
const keyLike = new RegExp(`${introduced}(?:${guid}|\\b[0-9a-f]{32}\\b)`, 'giu');

/**
 * Azure's messages name keys (facts/azure.md, section 6; a validationId holds one) and signed links: none may travel on.
 * Where there is talk of keys, a GUID that is not introduced as something else counts as one. `context`: what the
 * message was taken from, for the talk may be in another part of it. `secrets`: values known to be secret, lower case.
 */
export function redact(
  message: string,
  context: string = message,
  secrets: ReadonlySet<string> = new Set(),
): string {
  return withoutKnown(withoutGuids(beginningOf(message), context), secrets)
    .replace(/((?:authorization|shared)[\s_-]?key\W{0,3}[:=]\W{0,3})[^\s"',}\\]+/giu, '$1[redacted]')
    .replace(/\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/gu, '[redacted]')
    .replace(/(\/[^\s?"']*)\?[\w.%$-]+=[^\s"']*/gu, '$1')
    .slice(0, 1_000);
}

const named = [
  new RegExp(`(Azure-SKEY\\s*\\|\\s*)${guid}`, 'giu'),
  new RegExp(`((?:service|authorization|shared|s)[\\s_-]?key\\W{0,24}(?:is|was)?\\W{0,24})${guid}`, 'giu'),
] as const;

/** A letter of Microsoft's, which is read by a channel: all of it but what is called a key, or holds one. */
export function withoutNamedKeys(letter: string): string {
  return named.reduce((text, key) => text.replace(key, '$1[redacted]'), letter);
}

/** Enough for any words; an endless answer is not searched to its end. A key that is cut in two goes whole. */
function beginningOf(message: string): string {
  return message.length <= 4_000 ? message : message.slice(0, 4_000).replace(/[\w-]*$/u, '');
}

function withoutGuids(message: string, context: string): string {
  return /key/iu.test(context) ? message.replace(keyLike, '[redacted]') : message;
}

function withoutKnown(message: string, secrets: ReadonlySet<string>): string {
  if (secrets.size === 0) return message;
  const hide = (part: string) => (secrets.has(part.toLowerCase()) ? '[redacted]' : part);
  return message.replace(anyGuid, hide).replace(/[a-z0-9]+/giu, hide);
}
