import limits from '../data/limits.json' with { type: 'json' };
import { isObject, type JsonObject } from '../world/json.ts';
import { and, boolean, type Check, lengthOf, literal, object, string, wrong } from './check.ts';
import { plainText } from './composition.ts';
import { rules } from './rules.ts';
import { blockOn, maxBlocks, type Surface } from './surfaces.ts';

export type { Surface } from './surfaces.ts';

/** Undocumented; people met it at about this many characters of JSON (bolt-js issue 2509). */
const maxBlocksLength = 13_200;
const maxMessageText = 40_000;
const maxViewBytes = 250 * 1024;

/** What is wrong with these blocks on this surface, in Slack's words; empty when Slack takes them. */
export function validateBlocks(surface: Surface, blocks: readonly unknown[], at = '/blocks'): string[] {
  if (blocks.length > maxBlocks[surface])
    return [...wrong(`no more than ${maxBlocks[surface]} items allowed`, at)];
  const problems = blocks.flatMap((block, index) => blockOn[surface](block, `${at}/${index}`));
  return problems.length > 0 ? problems : checkRules(surface, blocks.filter(isObject), at);
}

const checkRules = (surface: Surface, blocks: readonly JsonObject[], at: string): string[] =>
  rules.flatMap((rule) => rule(surface, blocks, at));

export const blocksTooLong = (blocks: readonly unknown[]): boolean =>
  lengthOf(JSON.stringify(blocks)) > maxBlocksLength;

/** A message as the bot sends it: its blocks, and the text that notifications and screen readers get. */
export function validateMessage(message: { text?: string; blocks?: readonly unknown[] }): string[] {
  const { text = '', blocks = [] } = message;
  return [
    ...(text.trim() === '' ? wrong('no text: notifications would have nothing to say', '/text') : []),
    ...(lengthOf(text) > maxMessageText
      ? wrong(`must be less than ${maxMessageText + 1} characters`, '/text')
      : []),
    ...(blocksTooLong(blocks)
      ? wrong(`blocks must be less than ${maxBlocksLength} characters`, '/blocks')
      : []),
    ...validateBlocks('message', blocks),
  ];
}

export const viewTooLarge = (view: unknown): boolean =>
  Buffer.byteLength(JSON.stringify(view)) > maxViewBytes;

const shared = {
  private_metadata: string({ max: limits.view.private_metadata.max_length }),
  callback_id: string({ max: limits.view.callback_id.max_length }),
  external_id: string({ max: 255 }),
};

const blocksOf = (surface: Surface): Check => {
  return (value, at) => {
    if (!Array.isArray(value)) return wrong('must provide an array', at);
    const least = limits.view.blocks.min_items;
    if (value.length < least) return wrong(`no fewer than ${least} items allowed`, at);
    return validateBlocks(surface, value, at);
  };
};

const modal = and(
  object(
    {
      type: literal('modal'),
      title: plainText(limits.view.title.max_length),
      blocks: blocksOf('modal'),
    },
    {
      ...shared,
      close: plainText(limits.view.close.max_length),
      submit: plainText(limits.view.submit.max_length),
      submit_disabled: boolean,
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
  ),
  (view, at) => {
    const hasInput = Array.isArray(view.blocks) && view.blocks.some((block) => block?.type === 'input');
    return hasInput && view.submit === undefined ? wrong('missing required field: submit', at) : [];
  },
);

const home = object({ type: literal('home'), blocks: blocksOf('home') }, shared);

/** What is wrong with a modal or home view, in Slack's words; empty when Slack takes it. */
export function validateView(view: unknown): string[] {
  if (!isObject(view)) return [...wrong('must be an object', '/view')];
  const problems = view.type === 'home' ? home(view, '/view') : modal(view, '/view');
  return [
    ...problems,
    ...(viewTooLarge(view) ? wrong(`no more than ${maxViewBytes} bytes allowed`, '/view') : []),
  ];
}
