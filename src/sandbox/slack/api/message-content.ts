import { blocksTooLong, validateBlocks } from '../block-kit/validate.ts';
import { withIds } from '../world/block-elements.ts';
import { asObject, isObject, type JsonObject } from '../world/json.ts';
import { type Reply, refuse } from './reply.ts';

/** Longer text is cut, without an error. */
const maxTextLength = 40_000;
const maxMetadataBytes = 16_384;

/** Slack shows this for a message that has blocks and no text of its own. */
const noFallback = "This content can't be displayed.";

export type RawContent = {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
  readonly metadata?: unknown;
};

export type Content = {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: JsonObject;
};

/** What a message would hold, or why Slack does not take it. */
export function readContent(raw: RawContent): { readonly content: Content } | { readonly refusal: Reply } {
  const refusal =
    blocksRefusal(raw.blocks) ?? attachmentsRefusal(raw.attachments) ?? metadataRefusal(raw.metadata);
  if (refusal) return { refusal };
  const blocks = Array.isArray(raw.blocks) ? withIds(raw.blocks) : [];
  const attachments = Array.isArray(raw.attachments) ? raw.attachments : [];
  const text = [...(raw.text ?? '')].slice(0, maxTextLength).join('');
  if (text.trim() === '' && blocks.length === 0 && attachments.length === 0)
    return { refusal: refuse('no_text') };
  return {
    content: {
      text: text === '' && blocks.length > 0 ? noFallback : text,
      blocks,
      ...(attachments.length > 0 && { attachments }),
      ...(isObject(raw.metadata) && Object.keys(raw.metadata).length > 0 && { metadata: raw.metadata }),
    },
  };
}

function blocksRefusal(blocks: unknown): Reply | undefined {
  if (blocks === undefined || blocks === null || blocks === '') return undefined;
  if (!Array.isArray(blocks)) return refuse('invalid_blocks_format');
  if (blocksTooLong(blocks)) return refuse('msg_blocks_too_long');
  const messages = validateBlocks('message', blocks);
  return messages.length > 0
    ? refuse('invalid_blocks', { errors: messages, response_metadata: { messages } })
    : undefined;
}

function attachmentsRefusal(attachments: unknown): Reply | undefined {
  if (attachments === undefined || attachments === null || attachments === '') return undefined;
  if (!Array.isArray(attachments)) return refuse('invalid_attachments');
  return attachments.length > 100 ? refuse('too_many_attachments') : undefined;
}

function metadataRefusal(metadata: unknown): Reply | undefined {
  if (metadata === undefined || metadata === null || metadata === '') return undefined;
  if (!isObject(metadata)) return refuse('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return undefined;
  const { event_type: type, event_payload: payload } = asObject(metadata);
  if (typeof type !== 'string' || type === '' || !isObject(payload)) return refuse('invalid_metadata_format');
  return JSON.stringify(metadata).length > maxMetadataBytes ? refuse('metadata_too_large') : undefined;
}
