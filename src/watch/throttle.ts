import type { Instant } from '../domain/instant.ts';
import type { Now } from '../usecases/ports.ts';

/** Something is posted, or a message that stands is edited: Slack counts them apart. */
export type Deed = 'post' | 'edit';

export interface Throttle {
  /** Slack asked to be left alone. */
  note(lane: string, deed: Deed, forMs: number): void;
  /** How long the recipient must still wait, milliseconds. */
  restFor(lane: string, deed: Deed): number;
}

type Hold = { readonly since: Instant; readonly until: Instant };

/**
 * Posts are limited in each channel, and in the workspace as a whole; edits in the workspace alone (facts/slack.md 3.6).
 * So an edit's 429 holds the edits of all; a post's holds its channel, and when two channels are held at once, all.
 */
export function createThrottle(now: Now): Throttle {
  const posts = new Map<string, Hold>();
  let edits: Hold | undefined;

  /** Of a hold that is from the future the clock was set back: nobody knows how long it lasts. */
  const rest = ({ since, until }: Hold): number => (now() < since ? 0 : Math.max(0, until - now()));

  function restOfPosts(lane: string): number {
    const rests = [...posts].map(([held, hold]) => ({ held, ms: rest(hold) })).filter(({ ms }) => ms > 0);
    const meant = rests.length > 1 ? rests : rests.filter(({ held }) => held === lane);
    return Math.max(0, ...meant.map(({ ms }) => ms));
  }

  return {
    note(lane, deed, forMs) {
      const hold = { since: now(), until: now() + forMs };
      if (deed === 'edit') edits = hold;
      else posts.set(lane, hold);
    },
    restFor: (lane, deed) => {
      if (deed === 'post') return restOfPosts(lane);
      return edits ? rest(edits) : 0;
    },
  };
}
