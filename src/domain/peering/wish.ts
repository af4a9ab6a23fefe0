import { answer, type Result, refuse } from '../result.ts';
import { closest } from '../text/closest.ts';
import type { peeringTypes } from './peering.ts';

type KnownPeering = (typeof peeringTypes)[number];

/** What is wanted of a circuit's peerings, as far as a command line says it. */
export type PeeringWish = { readonly peering: KnownPeering | undefined; readonly remove: boolean };

export type PeeringWishRefusal = {
  readonly code: 'peering-word-unknown';
  readonly word: string;
  readonly didYouMean?: string;
};

const words: Readonly<Record<string, KnownPeering>> = {
  private: 'AzurePrivatePeering',
  microsoft: 'MicrosoftPeering',
  public: 'AzurePublicPeering',
};
const removal = 'remove';

/** Reads `[private|microsoft|public] [remove]`, in any order and casing; each once. */
export function parsePeeringWish(typed: readonly string[]): Result<PeeringWish, PeeringWishRefusal> {
  let wish: PeeringWish = { peering: undefined, remove: false };
  for (const word of typed) {
    const lower = word.toLowerCase();
    const peering = Object.hasOwn(words, lower) ? words[lower] : undefined;
    if (lower === removal) wish = { ...wish, remove: true };
    else if (peering && !wish.peering) wish = { ...wish, peering };
    else return refuse({ code: 'peering-word-unknown', word, didYouMean: guessOf(word) });
  }
  return answer(wish);
}

/** Undefined when nothing is near, or when it is a right word in a wrong place. */
function guessOf(word: string): string | undefined {
  const guess = closest(word, [...Object.keys(words), removal]);
  return guess === word.toLowerCase() ? undefined : guess;
}
