import { type Owed, recipientKey } from '../../domain/alert/notice.ts';
import { foldBacklog } from '../../domain/alert/telling/fold-backlog.ts';
import type { DeskDeps } from './desk-deps.ts';

/** Where Slack could not be reached for long: the oldest updates are told in one message. */
export async function foldBacklogs({ store, now, wake }: DeskDeps): Promise<void> {
  const lanes = laneByLane(await store.owed());
  if (lanes.every((owed) => !mayBeLong(owed))) return;
  const [incidents, digests] = await Promise.all([store.incidents({ all: true }), store.digests()]);
  for (const owed of lanes.filter(mayBeLong)) {
    const folded = foldBacklog({ owed, incidents, digests, now: now() });
    if (folded) await store.commit(folded);
  }
  wake();
}

/** Shorter ones are sent sooner than they are folded. */
function mayBeLong(owed: readonly Owed[]): boolean {
  return owed.length > 100;
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
