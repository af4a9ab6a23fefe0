import { describe, expect, it } from 'vitest';
import { hintsFor, takeHint } from '../../../src/sandbox/page/client/chat/command-hints.ts';
import { emptyHistory, recall, remember } from '../../../src/sandbox/page/client/chat/history.ts';
import { commands } from '../../../src/slack/commands/help.ts';

const linesFor = (typed: string) => hintsFor(typed).map(({ line }) => line);

describe('command hints', () => {
  it('offer every subcommand after a slash, once', () => {
    expect(linesFor('/')).toEqual(linesFor('/circuit '));
    expect(linesFor('/').toSorted()).toEqual(commands.map(({ name }) => `/circuit ${name}`).sort());
  });

  it('narrow while one types', () => {
    expect(linesFor('/circuit su')).toEqual(['/circuit subscribe', '/circuit subscriptions']);
    expect(linesFor('/circuit nonsense')).toEqual([]);
  });

  it('stay to show what may follow', () => {
    expect(linesFor('/circuit show lon')).toEqual(['/circuit show']);
    expect(linesFor('/circuit whoami now')).toEqual([]);
  });

  it('offer nothing for a message', () => {
    expect(hintsFor('hello /circuit')).toEqual([]);
    expect(hintsFor('')).toEqual([]);
  });

  it('leave room for what the subcommand wants', () => {
    expect(hintsFor('/circuit sh').map(takeHint)).toEqual(['/circuit show ']);
    expect(hintsFor('/circuit who').map(takeHint)).toEqual(['/circuit whoami']);
  });
});

describe('the history of lines', () => {
  const two = remember(remember(emptyHistory, 'first'), 'second');

  it('goes from the newest to the oldest, and back to an empty line', () => {
    const newest = recall(two, -1);
    const oldest = recall(newest.history, -1);
    expect([newest.line, oldest.line, recall(oldest.history, -1).line]).toEqual(['second', 'first', 'first']);
    expect(recall(recall(oldest.history, 1).history, 1).line).toBe('');
  });

  it('keeps a repeated line once', () => {
    expect(remember(two, 'first').lines).toEqual(['second', 'first']);
  });
});
