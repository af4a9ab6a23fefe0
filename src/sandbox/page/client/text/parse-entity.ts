/** Slack's `<…>` entities: mentions, dates and links. */
import { safeUrl } from './safe-url.ts';
import type { Inline } from './text-tree.ts';
import { unescapeText } from './unescape.ts';

/** `inside` is what stands between the angle brackets; undefined when it is no entity. */
export function parseEntity(inside: string): Inline | undefined {
  const [target = '', ...rest] = inside.split('|');
  const label = rest.length > 0 ? unescapeText(rest.join('|')) : undefined;
  const named = label ? { label } : {};
  if (/^@[UWB][A-Z0-9]+$/.test(target)) return { kind: 'user', id: target.slice(1), ...named };
  if (/^#[CGD][A-Z0-9]+$/.test(target)) return { kind: 'channel', id: target.slice(1), ...named };
  if (target.startsWith('!')) return parseSpecial(target.slice(1), label);
  return parseLink(target, label);
}

function parseSpecial(target: string, label: string | undefined): Inline | undefined {
  const [name = '', ...more] = target.split('^');
  if (name === 'here' || name === 'channel' || name === 'everyone') return { kind: 'broadcast', range: name };
  if (name === 'subteam') return { kind: 'group', id: more[0] ?? '', ...(label && { label }) };
  if (name !== 'date') return undefined;
  const [seconds = '', format = '', link] = more;
  const at = Number(seconds) * 1_000;
  const url = link === undefined ? undefined : safeUrl(unescapeText(link));
  if (!Number.isFinite(at) || format === '') return { kind: 'text', text: label ?? '' };
  return { kind: 'date', at, format: unescapeText(format), fallback: label ?? '', ...(url && { url }) };
}

function parseLink(target: string, label: string | undefined): Inline | undefined {
  const url = safeUrl(unescapeText(target));
  if (!url) return undefined;
  return { kind: 'link', url, children: [{ kind: 'text', text: label ?? url.replace(/^mailto:/, '') }] };
}
