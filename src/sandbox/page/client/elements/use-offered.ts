import { useEffect, useState } from 'preact/hooks';
import type { Element, OptionGroup } from '../data/blocks.ts';
import { store } from '../data/store.ts';
import { isExternal, matching, offeredBy } from './offered.ts';

/** Long enough that a fast typist asks once. */
const pauseMs = 200;

export type Offered = { readonly groups: readonly OptionGroup[]; readonly note?: string };
type Suggest = (typed: string) => Promise<readonly OptionGroup[]>;

/** What an open select shows for the typed text; an external one asks the bot. */
export function useOffered(element: Element, typed: string, suggest: Suggest): Offered {
  const external = isExternal(element);
  // Slack's own default is three characters.
  const least = element.min_query_length ?? 3;
  const asks = external && typed.length >= least;
  const [answer, setAnswer] = useState<Offered>({ groups: [], note: 'Loading…' });
  useEffect(() => {
    if (!asks) return undefined;
    let current = true;
    const timer = setTimeout(async () => {
      const next = await answerOf(suggest(typed));
      if (current) setAnswer(next);
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, asks]);
  if (!external) return { groups: matching(offeredBy(element, store.get()), typed) };
  return asks ? answer : { groups: [], note: `Type at least ${least} characters` };
}

async function answerOf(suggested: Promise<readonly OptionGroup[]>): Promise<Offered> {
  try {
    return { groups: await suggested };
  } catch (error) {
    return { groups: [], note: error instanceof Error ? error.message : String(error) };
  }
}
