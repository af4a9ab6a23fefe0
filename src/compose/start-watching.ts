import { credentialsEnd } from '../azure/credentials-end.ts';
import type { Config } from '../config.ts';
import { credentialsDoorOf } from '../doors.ts';
import type { Heartbeat } from '../ops/heartbeat.ts';
import { createSignatures } from '../signing/create-signatures.ts';
import type { AlertDesk } from '../usecases/alerts/alert-desk.ts';
import { lookAround } from '../usecases/alerts/look-around.ts';
import { readPlans } from '../usecases/alerts/read-plans.ts';
import type { FreshnessBoard } from '../usecases/freshness.ts';
import { createDiskAlarm } from '../usecases/life-signs/disk-alarm.ts';
import type { Meter } from '../usecases/life-signs/meter.ts';
import type { Vitals } from '../usecases/life-signs/vitals.ts';
import { pollCircuits, recordLastReads } from '../usecases/poll-circuits.ts';
import { isPollDue } from '../usecases/poll-due.ts';
import type { Azure, Channels, Log, Messenger, Now } from '../usecases/ports.ts';
import { recheckChannels } from '../usecases/recheck-channels.ts';
import { createSessionWatch } from '../usecases/sessions/session-watch.ts';
import { shortId } from '../usecases/short-id.ts';
import type { Store } from '../usecases/store.ts';
import type { Telemetry } from '../usecases/telemetry.ts';
import type { PrefixReader } from '../usecases/validation/prefix-reader.ts';
import { createRegistrationWatch } from '../usecases/validation/registrations/watch-registrations.ts';
import type { Registries } from '../usecases/validation/registries.ts';
import type { Outbox } from '../watch/outbox.ts';
import type { Every } from '../watch/pace.ts';
import { startWatch, type Watch } from '../watch/watch.ts';
import type { Undo } from './undo.ts';

export type WatchParts = {
  readonly azure: Azure & Telemetry & PrefixReader;
  readonly registries: Registries;
  readonly store: Store;
  readonly alerts: AlertDesk;
  readonly messenger: Messenger;
  readonly channels: Channels;
  readonly freshness: FreshnessBoard;
  readonly vitals: Vitals;
  readonly meter: Meter;
  readonly outbox: Outbox;
  readonly heartbeat: Heartbeat;
  /** Circuits were read: requests may be over. */
  readonly circuitsSeen: () => Promise<void>;
  /** Sessions were looked at too. */
  readonly allSeen: () => Promise<void>;
  readonly wake: () => void;
  readonly every: Every;
  readonly now: Now;
  readonly newId: () => string;
  readonly log: Log;
  readonly undo: Undo;
};

/** Everything that looks by itself: at Azure, at ourselves, at the clock. */
export function startWatching(config: Config, parts: WatchParts): Watch {
  const { azure, store, alerts, vitals, heartbeat, now, newId, log, wake, undo } = parts;
  const subscriptionIds = config.AZURE_SUBSCRIPTION_IDS;
  const pace = { calmMs: config.POLL_SECONDS * 1_000, movingMs: config.POLL_MOVING_SECONDS * 1_000 };
  const polling = {
    ...parts,
    subscriptionIds,
    newPollId: newId,
    awayMs: config.AWAY_MINUTES * 60_000,
  };
  const sessions = createSessionWatch({
    ...parts,
    telemetry: azure,
    take: alerts.take,
    subscriptionIds,
    edgeReadsPerLook: config.EDGE_READS_PER_POLL,
    noteMetrics: vitals.noteMetrics,
    newLookId: newId,
  });
  const alarm = createDiskAlarm({
    ...parts,
    storeSign: vitals.storeSign,
    pollIntervalMs: pace.calmMs,
    newId: () => shortId('INC', newId()),
  });
  const registrations = createRegistrationWatch({
    ...parts,
    prefixReader: azure,
    signatures: createSignatures(),
    take: alerts.take,
    intervalMs: config.REGISTRY_CHECK_MINUTES * 60_000,
    newLookId: newId,
  });
  /** Nobody waits for it: registries are slow, and what they say is not urgent. */
  function lookAtRegistries(): void {
    void parts.registries.refresh();
    void registrations
      .look()
      .catch((error: unknown) => log.warn({ err: error }, 'a look at the registries failed'));
  }
  const readCredentials = async () => vitals.noteCredentials(await credentialsEnd(credentialsDoorOf(config)));
  async function plans() {
    await readPlans({ store, telemetry: azure, subscriptionIds, now, log });
    await readCredentials();
  }
  void plans().catch((error: unknown) => log.warn({ err: error }, 'planned maintenance could not be read'));
  const around = () => lookAround({ store, vitals, alarm, alerts, now });

  async function look() {
    const circuits = await pollCircuits(polling);
    await parts.circuitsSeen();
    const seen = await sessions.look();
    await parts.allSeen();
    parts.meter.edgeReads(seen.calls.edge);
    return {
      ...circuits,
      changes: circuits.changes + seen.changes,
      owed: circuits.owed + seen.owed,
    };
  }

  const watch = startWatch({
    async poll() {
      const report = await vitals.timePoll(look);
      if (report.failed === 0) heartbeat.beat();
      await around();
      lookAtRegistries();
      wake();
      return report;
    },
    isDue: (lastPollAt) => isPollDue(store, lastPollAt, now(), pace),
    outbox: parts.outbox,
    recheckChannels: () => recheckChannels({ store, channels: parts.channels, alerts, wakeOutbox: wake }),
    lookAround: around,
    readPlans: plans,
    tickSeconds: config.POLL_MOVING_SECONDS,
    every: parts.every,
    now,
    log,
  });
  undo.push(() => recordLastReads(polling), registrations.stop, watch.stop);
  return watch;
}
