import fc from 'fast-check';
import { defaultAlertRules } from '../../../../src/domain/alert/alert-rules.ts';
import type { Owed } from '../../../../src/domain/alert/notice.ts';
import { emptyState, type StoreState } from '../../../../src/store/state.ts';
import { createStateStore } from '../../../../src/store/state-store.ts';
import { createAzureSaid } from '../../../situations/support/azure-said.ts';
import { startBot } from '../../../situations/support/bot.ts';
import type { AzureSays } from '../../../situations/support/situation.ts';
import { createSlackHeard, type SlackPlay, type Told } from '../../../situations/support/slack-heard.ts';
import { circuitIdOf } from '../../../support/a-circuit.ts';
import { aSubscription } from '../../../support/a-subscription.ts';
import { createHandClock } from '../../../watch/support/hand-clock.ts';

export const channelId = 'C0NETOPS001';
const caller = { userId: 'U0OMAR0001', channelId };
const names = ['lon-01', 'fra-02', 'ams-03'] as const;
const places = names.flatMap((name) => ['primary', 'secondary'].map((link) => `${name} private ${link}`));
const tickMs = 15_000;
const second = 1_000;
/** Few circuits make a storm. */
const rules = { ...defaultAlertRules, digestOver: 2 };

export type Turn =
  | { readonly kind: 'azure'; readonly says: Partial<AzureSays> }
  | { readonly kind: 'slack'; readonly plays: readonly SlackPlay[] }
  | { readonly kind: 'slack-away' | 'restart' | 'mute' | 'quiet' | 'acknowledge' }
  | { readonly kind: 'pass'; readonly ticks: number };

const fault = { kind: 'unavailable' } as const;
const faultDoors = ['list', 'metrics', 'edge', 'graph'] as const;
const cut = (place: string): Partial<AzureSays> => ({ bgp: { [place]: 0 }, routes: { [place]: 'Idle' } });
const mend = (place: string): Partial<AzureSays> => ({ bgp: { [place]: 100 }, routes: { [place]: 47 } });

const azureTurn = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(...places).map(cut) },
    { weight: 3, arbitrary: fc.constantFrom(...places).map(mend) },
    fc
      .constantFrom(...places)
      .map((place): Partial<AzureSays> => ({ arpTable: { [place]: 'silent' }, arp: { [place]: 0 } })),
    fc.constantFrom(...places).map((place): Partial<AzureSays> => ({ routes: { [place]: 3_950 } })),
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom('Failed', 'Updating', 'Succeeded'))
      .map(
        ([name, provisioningState]): Partial<AzureSays> => ({ circuits: { [name]: { provisioningState } } }),
      ),
    fc.tuple(fc.constantFrom(...names), fc.constantFrom(200, 500, 1_000)).map(
      ([name, bandwidthMbps]): Partial<AzureSays> => ({
        circuits: { [name]: { service: { bandwidthMbps } } },
      }),
    ),
    fc
      .constantFrom('Connected', 'NotConnected')
      .map((status): Partial<AzureSays> => ({ connections: { 'lon-01 conn-hub': status } })),
    fc.constantFrom(...faultDoors).map((door): Partial<AzureSays> => ({ faults: { [door]: fault } })),
    fc.constantFrom(...faultDoors).map((door): Partial<AzureSays> => ({ faults: { [door]: null } })),
  )
  .map((says): Turn => ({ kind: 'azure', says }));

/** What can happen to circuits, to Slack, to Trunkline, and what people do. */
export const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 8, arbitrary: azureTurn },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 20 }).map((ticks): Turn => ({ kind: 'pass', ticks })) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom<SlackPlay[]>('failed', 'throttled', 'gets lost', 'arrives'), { maxLength: 4 })
      .map((plays): Turn => ({ kind: 'slack', plays })),
  },
  fc.constantFrom<Turn[]>(
    { kind: 'slack-away' },
    { kind: 'restart' },
    { kind: 'mute' },
    { kind: 'quiet' },
    { kind: 'acknowledge' },
  ),
);

const healthy: Partial<AzureSays> = {
  circuits: Object.fromEntries(names.map((name) => [name, { provisioningState: 'Succeeded' }])),
  bgp: Object.fromEntries(places.map((place) => [place, 100])),
  arp: Object.fromEntries(places.map((place) => [place, 100])),
  routes: Object.fromEntries(places.map((place) => [place, 47])),
  arpTable: Object.fromEntries(places.map((place) => [place, 'answers' as const])),
  connections: { 'lon-01 conn-hub': 'Connected' },
  faults: Object.fromEntries(faultDoors.map((door) => [door, null])),
};

/** The whole bot over a store whose writes are counted, from its first look on; one channel wishes to hear everything. */
export async function aWholeLife() {
  const clock = createHandClock();
  const { now } = clock;
  const told: Told[] = [];
  const owed: Owed[] = [];
  const kept: { writes: number; state: StoreState } = { writes: 0, state: emptyState };
  const inner = createStateStore({
    initial: emptyState,
    async save(state) {
      kept.writes++;
      kept.state = state;
    },
    release: async () => {},
  });
  const store: typeof inner = {
    ...inner,
    async commit(transaction) {
      owed.push(...(transaction.owe ?? []));
      await inner.commit(transaction);
    },
  };
  const azure = createAzureSaid(now);
  const slack = createSlackHeard(now, (message) => void told.push(message));
  let ids = 0;
  const newId = () => ((++ids * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  const start = () => startBot({ clock, store, azure, slack, newId, rules });
  await store.commit({ putSubscriptions: [aSubscription('s-1', channelId, '')] });
  azure.hear({ circuits: Object.fromEntries(names.map((name) => [name, { peerings: { private: {} } }])) });
  azure.hear(healthy);
  let bot = start();

  async function pass(ticks: number): Promise<void> {
    for (let tick = 0; tick < ticks; tick++) {
      await bot.tick();
      await clock.run(tickMs);
    }
  }

  async function happen(happening: Turn): Promise<void> {
    switch (happening.kind) {
      case 'azure':
        return azure.hear(happening.says);
      case 'slack':
        slack.plays.push(...happening.plays);
        slack.world.isAway = false;
        return;
      case 'slack-away':
        slack.world.isAway = true;
        return;
      case 'restart':
        bot.kill();
        await clock.run(second);
        bot = start();
        return;
      case 'pass':
        return pass(happening.ticks);
      case 'mute': {
        const meant = { channelId, circuitId: circuitIdOf('lon-01'), circuitName: 'lon-01' };
        await bot.alerts.mute(caller, { ...meant, until: now() + 600 * second });
        return;
      }
      case 'quiet':
        return setQuiet();
      case 'acknowledge': {
        const [open] = (await store.incidents()).filter(({ state }) => state === 'open');
        if (open) await bot.alerts.acknowledge(caller, open.id);
      }
    }
  }

  async function setQuiet(): Promise<void> {
    const fromMinute = Math.floor(now() / 60_000) % 1_440;
    const toMinute = (fromMinute + 20) % 1_440;
    await bot.alerts.setQuietHours(caller, { channelId, fromMinute, toMinute, days: [], zone: 'Etc/UTC' });
  }

  return {
    store,
    told,
    owed,
    kept,
    slack,
    azure,
    happen,
    pass,
    /** Everything is well again, people stop hiding it, and half an hour passes. */
    async endWell(): Promise<void> {
      azure.hear(healthy);
      slack.world.isAway = false;
      slack.plays.length = 0;
      await bot.alerts.endQuietHours(caller, channelId);
      await pass(120);
    },
    /** Once more at the same moment. */
    async look(): Promise<void> {
      await bot.poll();
      await bot.around();
      await clock.run(0);
    },
  };
}
