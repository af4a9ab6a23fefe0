import type { Request } from '../../../src/domain/approval/request.ts';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Caller } from '../../../src/usecases/caller.ts';
import type { Store } from '../../../src/usecases/store.ts';
import { aRequest } from '../../support/a-request.ts';
import { aSubscription } from '../../support/a-subscription.ts';
import { aFailoverIntent, aResizeIntent } from '../../support/an-intent.ts';
import { aTarget } from '../../support/plan-inputs.ts';
import type { Bot } from './bot.ts';
import type { Deed } from './situation.ts';

export type Surroundings = {
  readonly bot: Bot;
  readonly store: Store;
  readonly circuit: (name: string) => Circuit | undefined;
  readonly timeOf: (time: string) => Instant;
  readonly now: () => Instant;
};

/** What somebody does in chat, without the chat. What is refused is a mistake of the situation. */
export async function doDeed(
  { bot, store, circuit, timeOf, now }: Surroundings,
  { who: userId, in: channelId, deed }: { readonly who: string; readonly in: string; readonly deed: Deed },
): Promise<void> {
  const caller: Caller = { userId, channelId };
  const { alerts } = bot;
  switch (deed.does) {
    case 'acknowledges':
      return expectDone(await alerts.acknowledge(caller, await incidentOf(store, deed.of), deed.note));
    case 'assigns':
      return expectDone(await alerts.assign(caller, await incidentOf(store, deed.of), deed.to));
    case 'mutes': {
      const incidentId = deed.from === undefined ? {} : { incidentId: await incidentOf(store, deed.from) };
      const meant = { channelId, circuitId: aTarget(deed.circuit).id, circuitName: deed.circuit };
      await alerts.mute(caller, { ...meant, until: timeOf(deed.until), ...incidentId });
      return;
    }
    case 'unmutes':
      await alerts.unmute(caller, { channelId, circuitId: aTarget(deed.circuit).id });
      return;
    case 'sets quiet hours': {
      const [fromMinute, toMinute] = [minuteOf(deed.from), minuteOf(deed.until)];
      await alerts.setQuietHours(caller, { channelId, fromMinute, toMinute, days: [], zone: 'Etc/UTC' });
      return;
    }
    case 'plans maintenance': {
      const { effect, note } = deed;
      const span = { from: timeOf(deed.from), until: timeOf(deed.until) };
      return expectDone(await alerts.announce(caller, { channelId, ...span, filter: [], effect, note }));
    }
    case 'subscribes':
      return store.commit({ putSubscriptions: [aSubscription(`later-${channelId}`, channelId, deed.wish)] });
    case 'tests failover': {
      const intent = aFailoverIntent({ target: aTarget(deed.circuit), link: deed.link });
      return store.commit({ putRequests: [executing(aRequest({ intent, requestedBy: userId }), now())] });
    }
    case 'resizes': {
      const target = circuit(deed.circuit);
      if (!target) throw new Error(`there is no circuit ${deed.circuit}`);
      const { bandwidthMbps } = deed;
      const intent = aResizeIntent({ target: aTarget(deed.circuit), bandwidthMbps });
      return store.commit({ putRequests: [executing(aRequest({ intent, requestedBy: userId }), now())] });
    }
  }
}

function executing(request: Request, startedAt: Instant): Request {
  const phase = { kind: 'ready', notBefore: startedAt } as const;
  return { ...request, revision: 1, state: 'executing', startedAt, step: 0, phase };
}

async function incidentOf(store: Store, circuitName: string): Promise<string> {
  const found = (await store.incidents()).find(
    ({ circuit, state }) => circuit?.name === circuitName && state !== 'resolved',
  );
  if (!found) throw new Error(`${circuitName} has no open incident`);
  return found.id;
}

function expectDone(result: { readonly ok: boolean }): void {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
