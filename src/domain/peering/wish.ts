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

/** Reads `[private|microsoft|public] [remove]`, in any order and casing. */
export function parsePeeringWish(typed: readonly string[]): Result<PeeringWish, PeeringWishRefusal> {
  const known = [...Object.keys(words), removal];
  const unknown = typed.find((word) => !known.includes(word.toLowerCase()));
  if (unknown !== undefined) {
    return refuse({ code: 'peering-word-unknown', word: unknown, didYouMean: closest(unknown, known) });
  }
  const lower = typed.map((word) => word.toLowerCase());
  const kind = lower.find((word) => word !== removal);
  return answer({
    peering: kind === undefined ? undefined : words[kind],
    remove: lower.includes(removal),
  });
}
