import type { Block, KnownBlock, ModalView } from '@slack/types';
import { refilledModal, type SubmittedForm } from '../forms/refilled.ts';
import { refusalReply } from '../refusal.ts';

/**
 * The form again, without what stood in these blocks: a private key goes out of the view at once. Slack keeps what was
 * typed where a block keeps its name, so each gets another one.
 */
export function emptiedModal(form: SubmittedForm, blockIds: readonly string[]): ModalView {
  const view = refilledModal(form, refusalReply({ code: 'private-key-pasted' }));
  const blocks = view.blocks.map((block) =>
    block.block_id !== undefined && blockIds.includes(block.block_id) ? emptied(block) : block,
  );
  return { ...view, blocks };
}

function emptied(block: KnownBlock | Block): KnownBlock | Block {
  const renamed = { ...block, block_id: nextName(block.block_id ?? '') };
  if (!('element' in renamed) || renamed.element?.type !== 'plain_text_input') return renamed;
  const { initial_value: _, ...element } = renamed.element;
  return { ...renamed, element };
}

/** `sign.certificate`, `sign.certificate.2`, `sign.certificate.3` … */
function nextName(blockId: string): string {
  const [, name = blockId, count = '1'] = /^(.+?)\.(\d+)$/u.exec(blockId) ?? [];
  return `${name}.${Number(count) + 1}`;
}
