import { type Owed, recipientKey } from '../domain/alert/notice.ts';
import type { Store } from '../usecases/store.ts';

type Lanes = ReadonlyMap<string, readonly Owed[]>;

/**
 * What is owed, by recipient. A store answers the same list as long as nothing changes, and then it is not gone through
 * again for each recipient: thousands may be owed to dozens of channels.
 */
export function createLanes(store: Store): () => Promise<Lanes> {
  const known = new WeakMap<readonly Owed[], Lanes>();
  return async () => {
    const owed = await store.owed();
    const lanes = known.get(owed) ?? Map.groupBy(owed, ({ to }) => recipientKey(to));
    known.set(owed, lanes);
    return lanes;
  };
}

/** Where a message is looked for when nobody knows whether it arrived: the recipient's history, or a thread. */
export function placeOf({ to, replyTo }: Owed): string {
  return replyTo === undefined ? recipientKey(to) : `${recipientKey(to)} ${replyTo}`;
}
