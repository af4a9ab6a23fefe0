import { type AlertRules, defaultAlertRules } from '../../../src/domain/alert/alert-rules.ts';
import { lookAround } from '../../../src/usecases/alerts/look-around.ts';
import { openAlertDesk } from '../../../src/usecases/alerts/open-alert-desk.ts';
import { createFreshnessBoard } from '../../../src/usecases/freshness.ts';
import { createVitals } from '../../../src/usecases/life-signs/vitals.ts';
import { pollCircuits, recordLastReads } from '../../../src/usecases/poll-circuits.ts';
import { isPollDue } from '../../../src/usecases/poll-due.ts';
import { recheckChannels } from '../../../src/usecases/recheck-channels.ts';
import { createSessionWatch } from '../../../src/usecases/sessions/session-watch.ts';
import type { Store } from '../../../src/usecases/store.ts';
import { suspendChannel } from '../../../src/usecases/suspend-channel.ts';
import { createRegistrationWatch } from '../../../src/usecases/validation/registrations/watch-registrations.ts';
import { createOutbox } from '../../../src/watch/outbox.ts';
import { subscription1 } from '../../support/a-circuit.ts';
import { keptLog } from '../../support/kept-log.ts';
import type { HandClock } from '../../watch/support/hand-clock.ts';
import type { AzureSaid } from './azure-said.ts';
import { createRegistriesSaid, type RegistriesSaid } from './registries-said.ts';
import type { SlackHeard } from './slack-heard.ts';

export type BotDeps = {
  readonly clock: HandClock;
  readonly store: Store;
  readonly azure: AzureSaid;
  /** Absent: they have all that is usual. */
  readonly registries?: RegistriesSaid;
  readonly slack: SlackHeard;
  readonly newId: () => string;
  readonly rules?: AlertRules;
};

const pace = { calmMs: 60_000, movingMs: 15_000 };
const registriesMs = 5 * 60_000;
const recheckMs = 10 * 60_000;
const subscriptionIds = [subscription1];
const ignore = () => {};
const meter = {
  poll: ignore,
  change: ignore,
  azureCall: ignore,
  armReadsRemaining: ignore,
  edgeReads: ignore,
  slackCall: ignore,
  storeWrite: ignore,
  heartbeat: ignore,
};

/** A process of the bot: all of it but its edges, its schedule and its disk. */
export function startBot({
  clock,
  store,
  azure,
  registries = createRegistriesSaid(clock.now),
  slack,
  newId,
  rules = defaultAlertRules,
}: BotDeps) {
  const { now } = clock;
  const log = keptLog();
  const freshness = createFreshnessBoard(subscriptionIds);
  const vitals = createVitals({ freshness, pollIntervalMs: pace.calmMs, meter, now });
  const alerts = openAlertDesk({ store, rules, now, newId, wake: () => outbox.wake() });
  const outbox = createOutbox({
    store,
    messenger: slack.messengerOf(vitals.noteSlack),
    suspend: (channelId, reason) => suspendChannel({ store, now }, channelId, reason),
    dropTold: alerts.dropTold,
    now,
    wait: clock.wait,
    observe: vitals.noteOutbox,
    log,
  });
  const polling = {
    azure: azure.azure,
    store,
    alerts,
    subscriptionIds,
    freshness,
    now,
    newPollId: newId,
    awayMs: 10 * 60_000,
    log,
  };
  const sessions = createSessionWatch({
    telemetry: azure.telemetry,
    store,
    take: alerts.take,
    subscriptionIds,
    edgeReadsPerLook: 60,
    noteMetrics: vitals.noteMetrics,
    now,
    newLookId: newId,
    log,
  });
  const registrations = createRegistrationWatch({
    registries: registries.registries,
    prefixReader: { readAdvertisedPrefixes: async () => [] },
    signatures: { readCertificate: () => undefined, verify: () => false },
    store,
    take: alerts.take,
    intervalMs: registriesMs,
    now,
    newLookId: newId,
    log,
  });
  const alarm = { sift: async <T>(conditions: T) => conditions };
  const around = () => lookAround({ store, vitals, alarm, alerts, now });
  const wakeOutbox = outbox.wake;
  let lastPollAt: number | undefined;

  async function poll(): Promise<void> {
    lastPollAt = now();
    await vitals.timePoll(async () => {
      const report = await pollCircuits(polling);
      await sessions.look();
      return report;
    });
    await registrations.look();
  }

  return {
    alerts,
    log,
    poll,
    around,
    /** What the schedule does every quarter of a minute. */
    async tick(): Promise<void> {
      wakeOutbox();
      if (now() % recheckMs === 0)
        await recheckChannels({ store, channels: slack.channels, alerts, wakeOutbox });
      if (await isPollDue(store, lastPollAt, now(), pace)) await poll();
      await around();
      wakeOutbox();
    },
    wake: wakeOutbox,
    async stop(): Promise<void> {
      await outbox.stop();
      await recordLastReads(polling);
    },
    /** It does nothing any more, and wrote nothing down. */
    kill: () => void outbox.stop(),
  };
}

export type Bot = ReturnType<typeof startBot>;
