import { randomUUID } from 'node:crypto';
import { type Access, noAccess } from '../../src/domain/access/grant.ts';
import { defaultAlertRules } from '../../src/domain/alert/alert-rules.ts';
import { defaultPolicy } from '../../src/domain/approval/policy.ts';
import { refuse } from '../../src/domain/result.ts';
import type { SharedDeps } from '../../src/slack/chat-deps.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createAccessDesk } from '../../src/usecases/access/access-desk.ts';
import { createGatekeeper } from '../../src/usecases/access/gatekeeper.ts';
import { createMemberships } from '../../src/usecases/access/memberships.ts';
import { openAlertDesk } from '../../src/usecases/alerts/open-alert-desk.ts';
import { createFreshnessBoard } from '../../src/usecases/freshness.ts';
import type { AzureWriter, Directory, Rules } from '../../src/usecases/ports.ts';
import type { Store } from '../../src/usecases/store.ts';
import type { Telemetry } from '../../src/usecases/telemetry.ts';
import { createPreflightBoard } from '../../src/usecases/validation/preflight-board.ts';
import { subscription1 } from './a-circuit.ts';

export type QuietOptions = {
  /** Who may what; without it, everybody looks. */
  readonly access?: Access;
  /** What is wrong with the rules' files. */
  readonly troubles?: readonly string[];
  readonly directory?: Directory;
  readonly store?: Store;
};

const silent = { info() {}, warn() {}, error() {} };
const nobody: Directory = { membersOf: async () => [] };
const gone = async () => refuse({ code: 'request-gone' } as const);

const unknown = async () => refuse({ code: 'case-unknown', id: 'CASE-7K2Q9M' } as const);

const silentTelemetry: Telemetry = {
  availability: async () => [],
  routeSummary: async () => [],
  arpTable: async () => [],
  traffic: async () => ({
    primary: { bytesIn: 0, bytesOut: 0 },
    secondary: { bytesIn: 0, bytesOut: 0 },
  }),
  connectionStatuses: async () => [],
  plannedMaintenance: async () => [],
  supportReach: async () => {},
};

const emptyAzure: AzureWriter = {
  readCircuit: async () => undefined,
  readServiceKey: async () => undefined,
  readAuthorizationKey: async () => undefined,
  connections: async () => [],
  gateways: async () => [],
  offers: async () => [],
  resourceGroups: async () => [],
  failoverTests: async () => [],
  send: async () => ({ kind: 'done' }),
  follow: async () => ({ kind: 'forgotten' }),
  stand: async () => ({ kind: 'undone' }),
};

/** What listeners work with where nothing happens: nothing remembered, nothing in Azure, no requests. */
export function quietChat(options: QuietOptions = {}): Omit<SharedDeps, 'channels' | 'log'> {
  const { access = noAccess, troubles = [], directory = nobody } = options;
  const rules: Rules = { access: () => access, policy: () => defaultPolicy, troubles: () => troubles };
  const memberships = createMemberships({ directory, now: Date.now, log: silent });
  let ids = 0;
  const newId = () => `subscription-${++ids}`;
  const { store = createMemoryStore() } = options;
  return {
    whole: store,
    azure: { listCircuits: async () => ({ circuits: [], unreadable: [] }), listLinks: async () => [] },
    writer: emptyAzure,
    subscriptionIds: [subscription1],
    gatekeeper: createGatekeeper({ rules, memberships }),
    access: createAccessDesk({ rules, memberships }),
    rules,
    alerts: openAlertDesk({ store, rules: defaultAlertRules, now: Date.now, newId: randomUUID, wake() {} }),
    telemetry: silentTelemetry,
    prefixReader: { readAdvertisedPrefixes: async () => undefined },
    registries: { look: async () => [] },
    signatures: { readCertificate: () => undefined, verify: () => false, open: () => undefined },
    organizations: [],
    doctor: async () => [],
    desk: { propose: gone, submit: gone, approve: gone, reject: gone, withdraw: gone, stopHolding: gone },
    cases: {
      open: async () => refuse({ code: 'case-circuit-unknown' }),
      begin: unknown,
      act: unknown,
      attach: unknown,
      pack: unknown,
    },
    files: { fetch: async () => undefined, share: async () => {} },
    audit: { append: async () => {}, read: async () => ({ entries: [], total: 0, unreadable: 0 }) },
    preflights: createPreflightBoard(Date.now, randomUUID),
    freshness: createFreshnessBoard([subscription1]),
    linksDeadlineMs: 60_000,
    now: Date.now,
    newId,
    wakeOutbox() {},
  };
}
