import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { RegistryWorld } from '../../registry/world/registry-world.ts';
import type { WorldClock } from '../../world/clock.ts';
import type { Estate } from '../estate.ts';
import type { Links } from '../links.ts';
import type { FailoverTests } from '../live/failover-tests.ts';
import type { ProviderPlans } from '../live/provider-plans.ts';
import type { Networks } from '../networks.ts';
import type { Operations } from '../operations.ts';
import type { PlannedWorks } from '../planned-works.ts';
import type { Settings } from '../settings.ts';
import type { Support } from '../support/support.ts';
import type { Received } from '../telemetry/received.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { toWireJson } from '../wire/json.ts';
import { mountPoint, type ResourceNames } from './path.ts';

export type ArmEnv = {
  Bindings: HttpBindings;
  Variables: { names: ResourceNames; path: string; apiVersion: string };
};
export type ArmApp = Hono<ArmEnv>;
export type ArmContext = Context<ArmEnv>;

export type ArmDeps = {
  readonly estate: Estate;
  readonly networks: Networks;
  readonly links: Links;
  readonly telemetry: Telemetry;
  readonly received: Received;
  readonly plannedWorks: PlannedWorks;
  readonly failoverTests: FailoverTests;
  readonly operations: Operations;
  readonly plans: ProviderPlans;
  readonly support: Support;
  readonly settings: Settings;
  readonly registry: RegistryWorld;
  readonly clock: WorldClock;
  readonly origin: () => string;
  readonly token: string;
};

const jsonType = { 'content-type': 'application/json; charset=utf-8' };

export function armJson(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return armText(status, toWireJson(body), headers);
}

export function armText(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { ...jsonType, ...headers } });
}

/** Where ARM is reached from outside: the links that it writes begin with this. */
export function armBase(context: ArmContext, origin: () => string): string {
  return new URL(origin()).origin + mountPoint(context.req.url);
}

/** Per-prefix validation came with api-version 2024-05-01. */
export function showsPrefixInfo(context: ArmContext): boolean {
  return context.var.apiVersion >= '2024-05-01';
}
