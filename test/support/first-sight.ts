import { expect } from 'vitest';
import type { Message } from './control.ts';

/** What a channel that hears of everything is told of the sandbox's world at first: of each subscription in this order. */
const toldOf = (more: number): readonly (readonly string[])[] => [
  [`Now watching ${7 + more} circuits`, 'fra-02: Microsoft peering, IPv4 · 3 prefixes not validated'],
  [`Now watching ${8 + more} circuits`, "dal-01: Azure's last write failed"],
];

/** How many messages that are. */
export const firstSightPosts = toldOf(0).flat().length;

/**
 * The summary of a subscription goes before what is wrong in it; subscriptions do not wait for one another. `more`:
 * circuits of each beside those that are always there.
 */
export function expectFirstSight(posts: readonly Pick<Message, 'text'>[], more = 0): void {
  const texts = posts.map(({ text }) => text);
  expect(texts.toSorted()).toEqual(toldOf(more).flat().sort());
  for (const told of toldOf(more)) expect(texts.filter((text) => told.includes(text))).toEqual(told);
}
