/** Those that mail programs write; others stay as they are. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  deg: '°',
  times: '×',
  rarr: '→',
};

/** HTML's character references as the characters that they mean, once: what comes out is not looked at again. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    return characterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? whole;
  });
}

/** Undefined for what is no character of a text. */
function characterOf(code: number): string | undefined {
  if (code === 0xa0) return ' ';
  const isText = code === 9 || code === 10 || (code >= 32 && code <= 0x10ff_ff);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isText && !isSurrogate ? String.fromCodePoint(code) : undefined;
}
