import { describe, expect, test } from 'vitest';
import { validateBlocks, validateView } from '../../../../src/sandbox/slack/block-kit/validate.ts';
import limits from '../../../../src/sandbox/slack/data/limits.json' with { type: 'json' };
import { type Example, examples } from './limit-examples.ts';

type Limit = { path: string; kind: 'max' | 'min' | 'above'; value: number };

/** Where Slack's own page is stricter than the file, the sandbox is as strict as the page. */
const stricter: Record<string, number> = {
  'data_table.rows': 101,
  'data_visualization.segments': 6,
  'data_visualization.series': 6,
};

const bound = /^(?:(item)_)?(?:exclusive_)?(min|max)(?:_(?:length|items))?$/;

function readLimits(node: object, path: string[] = []): Limit[] {
  return Object.entries(node).flatMap(([key, value]): Limit[] => {
    if (typeof value === 'object' && value !== null) return readLimits(value, [...path, key]);
    const [, item, side] = bound.exec(key) ?? [];
    const place = [...path, ...(item ? [item] : [])].join('.');
    if (side === 'max') return [{ path: place, kind: 'max', value: stricter[place] ?? value }];
    return [{ path: place, kind: key.startsWith('exclusive') ? 'above' : 'min', value }];
  });
}

const all = readLimits(limits);

const problemsOf = (example: Example): string[] =>
  'view' in example ? validateView(example.view) : validateBlocks(example.surface, example.blocks);

function measure({ path }: Limit, n: number): string[] {
  const example = examples[path];
  if (!example) throw new Error(`no example for ${path}`);
  return problemsOf(example(n));
}

describe('every limit of limits.json', () => {
  test('is looked at', () => {
    expect(all).toHaveLength(JSON.stringify(limits).match(/:\d+/g)?.length ?? 0);
    expect(all.map((limit) => limit.path).filter((path) => !examples[path])).toEqual([]);
  });

  test.each(all.filter((limit) => limit.kind === 'max'))('$path holds at most $value', (limit) => {
    expect(measure(limit, limit.value)).toEqual([]);
    expect(measure(limit, limit.value + 1)).not.toEqual([]);
  });

  test.each(all.filter((limit) => limit.kind === 'min'))('$path holds at least $value', (limit) => {
    expect(measure(limit, limit.value)).toEqual([]);
    expect(measure(limit, limit.value - 1)).not.toEqual([]);
  });

  test.each(all.filter((limit) => limit.kind === 'above'))('$path is above $value', (limit) => {
    expect(measure(limit, limit.value + 1)).toEqual([]);
    expect(measure(limit, limit.value)).not.toEqual([]);
  });
});
