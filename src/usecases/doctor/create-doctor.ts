import type { LifeSigns } from '../../domain/alert/life-signs.ts';
import type { Azure, Channels, Now, Rules } from '../ports.ts';
import type { Store } from '../store.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Check } from './check.ts';
import { checkCircuits } from './checks/azure-circuits.ts';
import { checkChannels } from './checks/channels.ts';
import { checkClock } from './checks/clock.ts';
import { checkDisk } from './checks/disk.ts';
import { checkEdge } from './checks/edge.ts';
import { checkRules } from './checks/rules.ts';
import { checkSlackApp } from './checks/slack-app.ts';
import { checkMetrics, checkResourceGraph, checkServiceHealth, checkSupport } from './checks/telemetry.ts';
import { checkWrites } from './checks/writes.ts';
import type { Finding } from './finding.ts';
import type { DiskProbe, SlackProbe } from './probes.ts';
import { runChecks } from './run-checks.ts';

export type DoctorDeps = {
  readonly slack: SlackProbe;
  /** What the app's manifest asks for. */
  readonly requiredScopes: readonly string[];
  readonly channels: Pick<Channels, 'standing'>;
  readonly alertsChannel: string | undefined;
  readonly approvalsChannel: string | undefined;
  readonly store: Pick<Store, 'subscriptions' | 'circuits'>;
  readonly azure: Pick<Azure, 'listCircuits'> &
    Pick<
      Telemetry,
      'availability' | 'routeSummary' | 'connectionStatuses' | 'plannedMaintenance' | 'supportReach'
    >;
  readonly subscriptionIds: readonly string[];
  readonly disk: DiskProbe;
  readonly rules: Pick<Rules, 'troubles'>;
  readonly clock: () => LifeSigns['clock'];
  /** What only the bot itself, or only somebody outside of it, can look at. */
  readonly more: readonly Check[];
  readonly now: Now;
};

export type Doctor = () => Promise<readonly Finding[]>;

/** Looks at everything that Trunkline needs, by trying it; nothing is changed. */
export function createDoctor(deps: DoctorDeps): Doctor {
  return async () => [
    ...(await runChecks([...slackChecks(deps), ...azureChecks(deps), ...ownChecks(deps)])),
    ...(await runChecks([checkClock(deps.clock)])),
  ];
}

function slackChecks(deps: DoctorDeps): readonly Check[] {
  return [checkSlackApp(deps.slack, deps.requiredScopes), checkChannels(deps)];
}

function azureChecks({ azure, store, subscriptionIds, now }: DoctorDeps): readonly Check[] {
  return [
    ...subscriptionIds.flatMap((id) => {
      const listing = once(() => azure.listCircuits(id));
      /** As Azure has them: the store of a bot that was never started has none. */
      const circuits = () =>
        listing().then(
          (seen) => seen.circuits,
          async () => (await store.circuits(id)).map(({ circuit }) => circuit),
        );
      return [
        checkCircuits(listing, id),
        checkMetrics(azure, circuits, id, now),
        checkEdge(azure, circuits, id),
        checkServiceHealth(azure, id),
      ];
    }),
    checkResourceGraph(azure, subscriptionIds),
    checkSupport(azure, subscriptionIds),
    checkWrites(subscriptionIds),
  ];
}

function ownChecks({ disk, rules, more }: DoctorDeps): readonly Check[] {
  return [checkDisk(disk), checkRules(rules), ...more];
}

/** The same answer for all who ask, asked for when the first one does. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
