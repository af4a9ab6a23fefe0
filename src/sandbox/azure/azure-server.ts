import type { Hono } from 'hono';
import type { RegistryWorld } from '../registry/world/registry-world.ts';
import type { Bus } from '../world/bus.ts';
import type { WorldClock } from '../world/clock.ts';
import type { Faults } from '../world/faults.ts';
import { createArmApp } from './arm/arm-app.ts';
import { type AzureWorld, azureWorld } from './azure-world.ts';
import { createControlApp } from './control/control-app.ts';
import { createEstate } from './estate.ts';
import { createLinks } from './links.ts';
import { createFailoverTests } from './live/failover-tests.ts';
import { createProviderPlans } from './live/provider-plans.ts';
import { createMetricsApp } from './metrics/metrics-app.ts';
import { createNetworks } from './networks.ts';
import { createOperations } from './operations.ts';
import { createPlannedWorks } from './planned-works.ts';
import { plant } from './seed/plant.ts';
import { subscriptions } from './seed/subscriptions.ts';
import { defaultSettings } from './settings.ts';
import { createSupport } from './support/support.ts';
import { createMarks } from './telemetry/marks.ts';
import { createReceived } from './telemetry/received.ts';
import { createTelemetry } from './telemetry/telemetry.ts';

export interface AzureServer {
  /** Azure Resource Manager; mounted at /azure. */
  readonly arm: Hono;
  /** Azure Monitor's metrics, the door that each region has; mounted at /azure/metrics. */
  readonly metrics: Hono;
  /** Mounted at /control/azure. */
  readonly control: Hono;
  world(): AzureWorld;
  readonly subscriptionIds: string[];
}

/** `origin` is scheme, host and port as callers reach them; what stands between it and ARM's path is seen in each call. */
export function createAzureServer(deps: {
  clock: WorldClock;
  faults: Faults;
  bus: Bus;
  origin: () => string;
  token: string;
  /** What Microsoft finds when it looks into the registries. */
  registry: RegistryWorld;
}): AzureServer {
  const { clock, faults, bus, origin, token, registry } = deps;
  const settings = defaultSettings();
  const failoverTests = createFailoverTests();
  const links = createLinks(failoverTests);
  const marks = createMarks();
  const telemetry = createTelemetry(clock, links, marks);
  const estate = createEstate(bus, subscriptions, telemetry.changed);
  const operations = createOperations(clock, settings);
  const networks = createNetworks(bus);
  const plans = createProviderPlans(clock, estate, settings);
  plant(estate, networks, plans);
  const received = createReceived();
  const plannedWorks = createPlannedWorks(bus);
  const support = createSupport(clock, bus, settings);
  const world = { estate, networks, links, failoverTests, marks, received, plannedWorks, support };
  return {
    arm: createArmApp(
      { ...world, telemetry, operations, plans, settings, registry, clock, origin, token },
      faults,
    ),
    metrics: createMetricsApp({ estate, telemetry, settings, clock, token }, faults),
    control: createControlApp({ ...world, telemetry, plans, settings, registry, clock }),
    world: () => azureWorld(world),
    subscriptionIds: subscriptions.map(({ subscriptionId }) => subscriptionId),
  };
}
