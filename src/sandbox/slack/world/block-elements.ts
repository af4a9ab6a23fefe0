import { randomId } from './ids.ts';
import { asList, asObject, asText, isObject, type JsonObject } from './json.ts';

/** Where Block Kit keeps interactive elements, by the key of the block or card. */
const singleSlots = ['accessory', 'element'] as const;
const listSlots = ['elements', 'actions', 'child_blocks'] as const;

export type PlacedElement = {
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly element: JsonObject;
  /** The `input` block around it, where there is one. */
  readonly input?: JsonObject;
};

/** Every element with an `action_id`, in reading order. */
export function elementsOf(blocks: readonly JsonObject[]): readonly PlacedElement[] {
  return blocks.flatMap((block) => elementsIn(block, asText(block.block_id), block));
}

function elementsIn(holder: JsonObject, blockId: string, block: JsonObject): readonly PlacedElement[] {
  return childrenOf(holder).flatMap((child) => {
    const ownBlockId = typeof child.block_id === 'string' ? child.block_id : blockId;
    const deeper = elementsIn(child, ownBlockId, child);
    if (typeof child.action_id !== 'string') return deeper;
    const placed = {
      blockId,
      actionId: child.action_id,
      type: asText(child.type),
      element: child,
      ...(block.type === 'input' && { input: block }),
    };
    return [placed, ...deeper];
  });
}

function childrenOf(holder: JsonObject): readonly JsonObject[] {
  const single = singleSlots.map((slot) => holder[slot]).filter(isObject);
  const many = listSlots.flatMap((slot) => asList(holder[slot])).filter(isObject);
  return [...single, ...many];
}

const withoutActionId = new Set(['image', 'plain_text', 'mrkdwn']);

/** Slack gives an id to every block and interactive element that came without one. */
export function withIds(blocks: readonly unknown[]): readonly JsonObject[] {
  return blocks.map((block) => ({ block_id: randomId(5), ...withActionIds(asObject(block)) }));
}

function withActionIds(block: JsonObject): JsonObject {
  if (block.type === 'rich_text' || block.type === 'context') return block;
  const entries = Object.entries(block).map(([key, value]) => {
    if (key === 'child_blocks') return [key, withIds(asList(value))];
    if (key === 'accessory' || key === 'element') return [key, withActionId(value)];
    if (key === 'elements' || key === 'actions') return [key, asList(value).map(withActionId)];
    return [key, value];
  });
  return Object.fromEntries(entries);
}

function withActionId(value: unknown): unknown {
  if (!isObject(value) || withoutActionId.has(asText(value.type))) return value;
  return value.type === 'card' ? withActionIds(value) : { action_id: randomId(5), ...value };
}
