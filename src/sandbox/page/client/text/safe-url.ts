const openable = new Set(['http:', 'https:', 'mailto:']);

/** The URL when a click on it may leave the page; undefined for `javascript:` and the like. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  return openable.has(new URL(url).protocol) ? url : undefined;
}
