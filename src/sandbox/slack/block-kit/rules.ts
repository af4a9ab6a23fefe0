import limits from '../data/limits.json' with { type: 'json' };
import { elementsOf } from '../world/block-elements.ts';
import { asText, type JsonObject } from '../world/json.ts';
import { asksForFiles } from './asks-for-files.ts';
import { lengthOf, wrong } from './check.ts';
import type { Surface } from './surfaces.ts';

/** Rules about several blocks at once; each may rely on the blocks' own form. */
type Rule = (surface: Surface, blocks: readonly JsonObject[], at: string) => readonly string[];

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const blockIdsDiffer: Rule = (_surface, blocks, at) =>
  repeated(blocks.map((block) => asText(block.block_id)).filter((id) => id !== '')).flatMap((id) =>
    wrong(`block_id \`${id}\` already exists`, at),
  );

const actionIdsDiffer: Rule = (_surface, blocks, at) =>
  blocks.flatMap((block, index) =>
    repeated(elementsOf([block]).map((placed) => placed.actionId)).flatMap((id) =>
      wrong(`action_id \`${id}\` already exists for this block`, `${at}/${index}`),
    ),
  );

const oneTable: Rule = (_surface, blocks, at) =>
  blocks.filter((block) => block.type === 'table').length > 1 ? wrong('only one table allowed', at) : [];

const markdownInAll: Rule = (_surface, blocks, at) => {
  const lengths = blocks
    .filter((block) => block.type === 'markdown')
    .map((block) => lengthOf(asText(block.text)));
  const most = limits.markdown.text.max_length;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return total > most ? wrong(`markdown must be less than ${most + 1} characters in all`, at) : [];
};

const filesInModals: Rule = (surface, blocks, at) =>
  surface !== 'modal' && asksForFiles(blocks) ? wrong('unsupported type: file_input', at) : [];

const oneFocus: Rule = (_surface, blocks, at) =>
  elementsOf(blocks).filter((placed) => placed.element.focus_on_load === true).length > 1
    ? wrong('only one element may have focus_on_load', at)
    : [];

export const rules: readonly Rule[] = [
  blockIdsDiffer,
  actionIdsDiffer,
  oneTable,
  markdownInAll,
  filesInModals,
  oneFocus,
];
