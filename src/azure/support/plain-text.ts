import { withoutEntities } from './without-entities.ts';

/** Characters. Longer letters are cut: nobody reads them in chat. */
const limit = 100_000;

/** What mail programs write; anything else between angle brackets is text, an address for instance. */
const names =
  'html|head|body|meta|title|p|div|span|br|hr|a|b|i|u|s|em|strong|small|big|sub|sup|font|center|ul|ol|li|dl|dt|dd|table|' +
  'thead|tbody|tfoot|tr|td|th|col|colgroup|caption|h[1-6]|img|blockquote|code|tt|kbd|samp|link|base|label|section|article|' +
  'header|footer|main|figure|address|o:p';
const tag = new RegExp(`</?(?:${names})(?=[\\s/>])[^<>]*>`, 'giu');
const blockTag =
  /<\/?(?:p|div|hr|ul|ol|dl|dt|dd|table|tr|h[1-6]|blockquote|section|article)(?=[\s/>])[^<>]*>/giu;
const pre = /(<pre(?=[\s>])[^<>]*>|<\/pre\s*>)/iu;

/** What a message of Microsoft's says: they come wrapped in <pre>, as HTML, or as they are (facts/azure.md 2.2). */
export function plainText(message: string): string {
  const text = seen(message.slice(0, limit).replace(/\r\n?/gu, '\n'));
  const isHtml = text.search(tag) >= 0;
  let depth = 0;
  const parts = text.split(pre).map((part) => {
    if (!pre.test(part)) return withoutTags(depth === 0 && isHtml ? part.replace(/\s+/gu, ' ') : part);
    depth = Math.max(0, depth + (part.startsWith('</') ? -1 : 1));
    return '\n';
  });
  return tidy(withoutEntities(parts.join('')));
}

/** Without what a mail program would not show. */
function seen(text: string): string {
  return without(
    without(text, /<!--/gu, /-->/gu),
    /<(?:style|script|title)(?=[\s>])/giu,
    /<\/(?:style|script|title)\s*>/giu,
  );
}

/** What does not end is text. */
function without(text: string, begin: RegExp, end: RegExp): string {
  let kept = '';
  let from = 0;
  for (;;) {
    begin.lastIndex = from;
    const start = begin.exec(text);
    if (!start) return kept + text.slice(from);
    end.lastIndex = begin.lastIndex;
    if (!end.test(text)) return kept + text.slice(from);
    kept += text.slice(from, start.index);
    from = end.lastIndex;
  }
}

function withoutTags(html: string): string {
  return html
    .replace(/ ?<br(?=[\s/>])[^<>]*> ?/giu, '\n')
    .replace(/<li(?=[\s>])[^<>]*>/giu, '\n• ')
    .replace(/<\/t[dh]\s*>/giu, ' ')
    .replace(blockTag, '\n')
    .replace(tag, '');
}

/** No space at a line's end, at most one line empty. */
function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
