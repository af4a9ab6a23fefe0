import type { ContextBlock, KnownBlock, MrkdwnElement, SectionBlock } from '@slack/types';
import { cutMrkdwn } from './cut.ts';
import { type Mrkdwn, unformatted } from './mrkdwn.ts';

/** What a listener answers with: blocks for people, text for notifications and screen readers. */
export type Reply = { readonly text: string; readonly blocks: KnownBlock[] };

/**
 * How much JSON the blocks of one message may be, in characters. Slack documents no limit; people met
 * `msg_blocks_too_long` at about 13,200 (bolt-js issue 2509).
 */
const messageLimit = 13_000;
const notificationLimit = 1_000;

/** A message that Slack takes: where its blocks are too much in all, their longest texts are shortened. */
export function reply(text: Mrkdwn, blocks: readonly KnownBlock[]): Reply {
  return { text: cutMrkdwn(unformatted(text), notificationLimit) || '–', blocks: fitBlocks(blocks) };
}

/** Longest text of a block, in code points, tried one after the other. */
const textLimits = [3_000, 2_000, 1_400, 1_000, 700, 500, 350, 250, 170, 120, 80];

function fitBlocks(blocks: readonly KnownBlock[]): KnownBlock[] {
  let fitted = [...blocks];
  for (const limit of textLimits) {
    fitted = blocks.map((block) => shorten(block, limit));
    if (JSON.stringify(fitted).length <= messageLimit) break;
  }
  return fitted;
}

function shorten(block: KnownBlock, limit: number): KnownBlock {
  if (block.type === 'section') return shortenSection(block, limit);
  return block.type === 'context' ? shortenContext(block, limit) : block;
}

function shortenSection(block: SectionBlock, limit: number): SectionBlock {
  const { text, fields } = block;
  return {
    ...block,
    ...(text ? { text: shortenText(text, limit) } : {}),
    ...(fields ? { fields: fields.map((field) => shortenText(field, limit)) } : {}),
  };
}

function shortenContext(block: ContextBlock, limit: number): ContextBlock {
  const elements = block.elements.map((element) =>
    element.type === 'mrkdwn' ? shortenText(element, limit) : element,
  );
  return { ...block, elements };
}

function shortenText<T extends SectionBlock['text'] | MrkdwnElement>(text: T, limit: number): T {
  return text?.type === 'mrkdwn' ? { ...text, text: cutMrkdwn(text.text, limit) } : text;
}
