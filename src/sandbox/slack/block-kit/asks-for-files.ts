import { asList, asObject } from '../world/json.ts';

/** Whether a `file_input` stands among these blocks, or in a container among them. */
export const asksForFiles = (blocks: readonly unknown[]): boolean =>
  blocks
    .map(asObject)
    .some(
      (block) => asObject(block.element).type === 'file_input' || asksForFiles(asList(block.child_blocks)),
    );
