import limits from '../data/limits.json' with { type: 'json' };
import { list } from './check.ts';
import { option, optionGroup } from './composition.ts';

const options = list(option, { max: limits.select.options.max_items });
const groups = list(optionGroup, { max: limits.select.option_groups.max_items });

/** What is wrong with the answer to a block_suggestion; empty when Slack shows it. */
export function validateOptions(answer: { options?: unknown; option_groups?: unknown }): string[] {
  return [
    ...(answer.options === undefined ? [] : options(answer.options, '/options')),
    ...(answer.option_groups === undefined ? [] : groups(answer.option_groups, '/option_groups')),
  ];
}
