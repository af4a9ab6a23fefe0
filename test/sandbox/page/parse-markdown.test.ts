import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/sandbox/page/client/text/parse-markdown.ts';
import type { Inline } from '../../../src/sandbox/page/client/text/text-tree.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('the markdown block', () => {
  it('reads headings, lists, quotes, rules and code', () => {
    const blocks = parseMarkdown(
      '# Title\n\n- one\n- two\n\n1. first\n\n> quoted\n\n---\n\n```ts\nconst a = 1;\n```\n',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'list',
      'list',
      'quote',
      'rule',
      'code-block',
    ]);
    expect(blocks.at(-1)).toEqual({ kind: 'code-block', text: 'const a = 1;' });
  });

  it('reads marks within a line', () => {
    expect(parseMarkdown('**bold** *italic* ~~gone~~ `code` [link](https://example.test)')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'bold', children: [text('bold')] },
          text(' '),
          { kind: 'italic', children: [text('italic')] },
          text(' '),
          { kind: 'strike', children: [text('gone')] },
          text(' '),
          { kind: 'code', text: 'code' },
          text(' '),
          { kind: 'link', url: 'https://example.test', children: [text('link')] },
        ],
      },
    ]);
  });

  it('leaves names with underscores and unsafe links as text', () => {
    expect(parseMarkdown('a snake_case_name')).toEqual([
      { kind: 'paragraph', children: [text('a snake_case_name')] },
    ]);
    expect(JSON.stringify(parseMarkdown('[x](javascript:alert)'))).not.toContain('"link"');
  });
});
