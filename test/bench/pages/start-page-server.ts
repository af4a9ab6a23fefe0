import { startChild } from '../measure/child.ts';
import { type Move, PageCount, type PageOrder } from './page-protocol.ts';

export type PageServer = {
  readonly url: string;
  readonly setCount: (count: number) => Promise<PageCount>;
  readonly move: (move: Move) => Promise<PageCount>;
  readonly count: () => Promise<PageCount>;
  /** From now on nothing is answered. */
  readonly hang: () => Promise<PageCount>;
  readonly stop: () => Promise<void>;
};

export async function startPageServer(subscriptionIds: readonly string[]): Promise<PageServer> {
  const child = startChild(new URL('page-server.ts', import.meta.url), { args: subscriptionIds });
  const [, url = ''] = await child.line(/^pages at (\S+)$/u);
  const order = (message: PageOrder) => child.ask(message, PageCount);
  return {
    url,
    setCount: (count) => order({ kind: 'estate', count }),
    move: (move) => order({ kind: 'move', move }),
    count: () => order({ kind: 'count' }),
    hang: () => order({ kind: 'hang' }),
    stop: child.stop,
  };
}
