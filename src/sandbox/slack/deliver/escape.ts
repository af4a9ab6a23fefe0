import type { Channel } from '../world/channels.ts';
import type { Person } from '../world/people.ts';

/** A mention that is complete already, as a client's completion writes it. */
const mention = /<[@#][A-Z0-9]+(?:\|[^<>]*)?>/g;
const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * What `should_escape` of a slash command does to typed text: @name and #channel become ids, and the
 * three special characters are escaped, so that a typed `<!channel>` pings nobody.
 */
export function escapeTyped(text: string, people: readonly Person[], channels: readonly Channel[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(mention)) {
    parts.push(escapePlain(text.slice(end, match.index), people, channels), match[0]);
    end = match.index + match[0].length;
  }
  return [...parts, escapePlain(text.slice(end), people, channels)].join('');
}

function escapePlain(text: string, people: readonly Person[], channels: readonly Channel[]): string {
  return text
    .replace(/[&<>]/g, (character) => special[character] ?? character)
    .replace(/(?<![\w.])@([\w.-]*\w)/g, (typed, name) => {
      const person = people.find((one) => one.name === name);
      return person ? `<@${person.id}|${person.name}>` : typed;
    })
    .replace(/(?<![\w&])#([\w-]*\w)/g, (typed, name) => {
      const channel = channels.find((one) => one.kind !== 'im' && one.name === name);
      return channel ? `<#${channel.id}|${channel.name}>` : typed;
    });
}
