import { type Owed, recipientKey } from '../../domain/alert/notice.ts';
import { backlogLimit, foldBacklog } from '../../domain/alert/telling/fold-backlog.ts';
import type { Store } from '../store.ts';
import type { DeskDeps } from './desk-deps.ts';

/** Where Slack could not be reached for long: the oldest updates are told in one message. */
export async function foldBacklogs({ store, now, wake }: DeskDeps): Promise<void> {
  const lanes = laneByLane(await store.owed());
  if (lanes.every((owed) => !mayBeLong(owed))) return;
  const [incidents, digests] = await Promise.all([store.incidents({ all: true }), store.digests()]);
  for (const owed of lanes.filter(mayBeLong)) {
    const posted = await postedCards(store, owed);
    const folded = foldBacklog({ owed, incidents, digests, posted, now: now() });
    if (folded) await store.commit(folded);
  }
  wake();
}

async function postedCards(store: Store, owed: readonly Owed[]): Promise<ReadonlySet<string>> {
  const cards = [...new Set(owed.flatMap(({ card }) => (card === undefined ? [] : [card])))];
  const found = await Promise.all(cards.map(async (card) => ((await store.posted(card)) ? [card] : [])));
  return new Set(found.flat());
}

/** Shorter ones are sent sooner than they are folded. */
function mayBeLong(owed: readonly Owed[]): boolean {
  return owed.length > backlogLimit;
}

function laneByLane(owed: readonly Owed[]): readonly (readonly Owed[])[] {
  const lanes = new Map<string, Owed[]>();
  for (const message of owed.filter(({ to }) => 'channelId' in to)) {
    const key = recipientKey(message.to);
    const lane = lanes.get(key);
    if (lane) lane.push(message);
    else lanes.set(key, [message]);
  }
  return [...lanes.values()];
}
