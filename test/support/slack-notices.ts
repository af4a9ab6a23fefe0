import { attentionLimit, catchUpLimit, type Notice } from '../../src/domain/alert/notice.ts';
import { suspensionReasons } from '../../src/domain/alert/suspension.ts';
import { type Change, changeKinds, type Difference } from '../../src/domain/circuit/changes.ts';
import type { NextAction, NextStep } from '../../src/domain/circuit/next-step.ts';
import { type Situation, situations } from '../../src/domain/circuit/situation.ts';
import { circuitStatuses, providerStates } from '../../src/domain/circuit/states.ts';
import { links } from '../../src/domain/peering/link.ts';
import { addressFamilies, peeringStates, peeringTypes } from '../../src/domain/peering/peering.ts';
import { prefixesStates, prefixStates } from '../../src/domain/peering/prefix-states.ts';
import { subscription1, t0 } from './a-circuit.ts';
import { alertNoticesOf } from './slack-alerts.ts';
import { caseNoticesOf } from './slack-cases.ts';
import { type Cast, channelId, circuitsLike, owner } from './slack-cast.ts';
import { aChangeOf } from './slack-circuits.ts';
import { requestViewsOf } from './slack-requests.ts';

type OfKind<K extends Difference['kind']> = Extract<Difference, { readonly kind: K }>;

/** Every kind of difference with every value that it can have; a kind that is forgotten does not compile. */
export function differencesOf(text: string): { readonly [K in Difference['kind']]: readonly OfKind<K>[] } {
  const unrecognised = { unrecognised: text };
  const peerings = [...peeringTypes, unrecognised];
  const prefixParts = peerings.flatMap((peering) => addressFamilies.map((family) => ({ peering, family })));
  return {
    'circuit-found': [{ kind: 'circuit-found' }],
    'circuit-gone': [{ kind: 'circuit-gone' }],
    'provider-state': pairs([...providerStates, unrecognised]).map((pair) => ({
      kind: 'provider-state',
      ...pair,
    })),
    status: pairs([...circuitStatuses, unrecognised]).map((pair) => ({ kind: 'status', ...pair })),
    'provisioning-failed': [{ kind: 'provisioning-failed' }],
    'provisioning-recovered': [{ kind: 'provisioning-recovered' }],
    'peering-added': peerings.flatMap((peering) =>
      [...peeringStates, unrecognised].map((state) => ({ kind: 'peering-added', peering, state }) as const),
    ),
    'peering-removed': peerings.map((peering) => ({ kind: 'peering-removed', peering })),
    'peering-state': peerings.flatMap((peering) =>
      pairs([...peeringStates, unrecognised]).map(
        (pair) => ({ kind: 'peering-state', peering, ...pair }) as const,
      ),
    ),
    'peering-changed': peerings.flatMap((peering) =>
      [1, 40].flatMap((count) =>
        [undefined, text].map(
          (by) => ({ kind: 'peering-changed', peering, by, fields: fieldChanges(text, count) }) as const,
        ),
      ),
    ),
    'prefixes-state': prefixParts.flatMap((part) =>
      [...prefixesStates, unrecognised].map(
        (after) => ({ kind: 'prefixes-state', ...part, before: 'NotConfigured', after }) as const,
      ),
    ),
    'prefix-state': prefixParts.flatMap((part) =>
      [...prefixStates, unrecognised].flatMap((after) =>
        [undefined, unrecognised].map(
          (before) => ({ kind: 'prefix-state', ...part, prefix: text, before, after }) as const,
        ),
      ),
    ),
    bandwidth: [
      { kind: 'bandwidth', beforeMbps: 50, afterMbps: 100_000 },
      { kind: 'bandwidth', beforeMbps: 1_500, afterMbps: 0 },
    ],
    sku: [
      {
        kind: 'sku',
        before: { tier: 'Standard', family: 'MeteredData' },
        after: { tier: 'Premium', family: 'UnlimitedData' },
      },
      { kind: 'sku', before: { tier: '', family: '' }, after: { tier: text, family: text } },
    ],
    'order-overdue': [
      { kind: 'order-overdue', promisedOn: '2026-03-01' },
      { kind: 'order-overdue', promisedOn: text },
    ],
    'provider-stuck': [{ kind: 'provider-stuck', sinceDays: 15 }],
    'bgp-session': prefixParts.flatMap((part, index) =>
      [undefined, text].flatMap((bgpState) => {
        const place = { ...part, link: links[index % links.length] ?? 'primary', before: 'unknown' } as const;
        const down = { kind: 'bgp-session', ...place, after: 'down', bgpState } as const;
        return [down, { kind: 'bgp-session', ...place, after: 'up' } as const];
      }),
    ),
    arp: peerings.flatMap((peering) =>
      links.flatMap((link) =>
        (['up', 'down'] as const).map(
          (after) => ({ kind: 'arp', peering, link, before: 'unknown', after }) as const,
        ),
      ),
    ),
    'prefix-count': prefixParts.flatMap((part, index) =>
      (['fell', 'near-limit', 'normal'] as const).map((turn) => ({
        kind: 'prefix-count',
        ...part,
        link: 'secondary',
        before: 47,
        after: [0, 1, 3_900][index % 3] ?? 0,
        turn,
        limit: 4_000,
      })),
    ),
    'vnet-link': ['Connected', 'NotConnected', text].map((after) => ({
      kind: 'vnet-link',
      connection: text,
      resourceGroup: text,
      gateway: text,
      before: text,
      after,
    })),
  };
}

export function everyDifferenceOf(text: string): readonly Difference[] {
  const all = differencesOf(text);
  return changeKinds.flatMap((kind): readonly Difference[] => all[kind]);
}

function pairs<T>(values: readonly T[]): readonly { readonly before: T; readonly after: T }[] {
  return values.flatMap((before) => values.map((after) => ({ before, after })));
}

function fieldChanges(text: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    field: `${index} ${text}`,
    before: '',
    after: text,
  }));
}

/** Who must act on what, every way. */
export const nextSteps: { readonly [A in NextAction]: NextStep } = {
  'wait-for-azure': { who: 'microsoft', action: 'wait-for-azure' },
  'mend-failed-write': { who: 'you', action: 'mend-failed-write' },
  'mend-disabled-circuit': { who: 'you', action: 'mend-disabled-circuit' },
  'give-service-key': { who: 'you', action: 'give-service-key' },
  'wait-for-order': { who: 'provider', action: 'wait-for-order', wait: { since: t0 } },
  'wait-for-provisioning': { who: 'provider', action: 'wait-for-provisioning' },
  'chase-provider': {
    who: 'you',
    action: 'chase-provider',
    wait: { since: t0, orderNumber: 'A-1', promisedOn: '2026-03-01' },
  },
  'configure-routing': { who: 'you', action: 'configure-routing' },
  'wait-for-provider-routing': { who: 'provider', action: 'wait-for-provider-routing' },
  'enable-peering': { who: 'you', action: 'enable-peering' },
  'prove-prefix-ownership': { who: 'you', action: 'prove-prefix-ownership' },
  'wait-for-prefix-validation': { who: 'microsoft', action: 'wait-for-prefix-validation' },
  'reenable-or-delete': { who: 'you', action: 'reenable-or-delete' },
  'wait-for-deprovisioning': { who: 'provider', action: 'wait-for-deprovisioning' },
  'ask-about-unknown-state': { who: 'you', action: 'ask-about-unknown-state' },
  nothing: { who: 'nobody', action: 'nothing' },
};

/** All of them, with the text wherever people recorded something. */
function stepsOf(text: string): readonly NextStep[] {
  return Object.values(nextSteps).flatMap((step) =>
    step.wait
      ? [step, { ...step, wait: { since: t0, orderNumber: text, promisedOn: text } }, { ...step, wait: {} }]
      : [step],
  );
}

export function changesOf({ known, text }: Cast): readonly Change[] {
  const all = everyDifferenceOf(text);
  const steps = stepsOf(text);
  return [
    ...all.flatMap((difference, index) =>
      situationsFor(difference, index).map((situation) =>
        aChangeOf(known, difference, { id: `p.${index}`, situation, next: steps[index % steps.length] }),
      ),
    ),
    ...steps.map((next) => aChangeOf(known, { kind: 'circuit-found' }, { next })),
  ];
}

/** All, where the words depend on the situation; for the others one, not always the same. */
function situationsFor({ kind }: Difference, index: number): readonly Situation[] {
  const dependent = kind === 'provider-state' || kind === 'bandwidth';
  const one = situations[index % situations.length];
  return dependent || !one ? situations : [one];
}

/** Every notice, at its smallest and at its largest; a kind that is forgotten does not compile. */
export function noticesOf(cast: Cast): { readonly [K in Notice['kind']]: readonly Notice[] } {
  const circuits = circuitsLike(cast, catchUpLimit);
  const all = differencesOf(cast.text);
  const steps = stepsOf(cast.text);
  const worst = changeKinds.flatMap((kind): readonly Difference[] => all[kind].slice(-1));
  const changes = circuits.flatMap((known, index) => {
    const difference = worst[index % worst.length];
    return difference ? [aChangeOf(known, difference, { id: `p.${index}` })] : [];
  });
  const attention = circuits.slice(0, attentionLimit).map(({ circuit }, index) => ({
    name: circuit.name,
    resourceGroup: circuit.resourceGroup,
    next: steps[index % steps.length] ?? nextSteps.nothing,
  }));
  const span = { since: t0 - 90_000_000, until: t0 };
  return {
    change: changesOf(cast).flatMap((change) => [
      { kind: 'change', change },
      { kind: 'change', change, cause: { requestId: 'R-7K2Q', by: owner } },
    ]),
    'catch-up': (['away', 'channel-back'] as const).flatMap((why) =>
      [1, catchUpLimit].flatMap((count) =>
        [0, 1, 4_975].map(
          (omitted) =>
            ({ kind: 'catch-up', why, ...span, changes: changes.slice(0, count), omitted }) as const,
        ),
      ),
    ),
    'first-sight': [0, 1, attentionLimit].flatMap((count) =>
      [subscription1, cast.text].map(
        (subscriptionId) =>
          ({
            kind: 'first-sight',
            subscriptionId,
            at: t0,
            counts: situations.map((situation, index) => ({ situation, count: index + 1 })),
            attention: attention.slice(0, count),
            attentionCount: count === attentionLimit ? 487 : count,
          }) as const,
      ),
    ),
    'channel-lost': suspensionReasons.flatMap((reason) =>
      [1, 20].map(
        (subscriptionCount) => ({ kind: 'channel-lost', channelId, reason, subscriptionCount }) as const,
      ),
    ),
    'store-recovered': [{ kind: 'store-recovered', at: t0, backupFrom: t0 - 60_000 }],
    request: requestViewsOf(cast).map((view) => ({ kind: 'request', view })),
    'request-ended': requestViewsOf(cast).map((view) => ({ kind: 'request-ended', view })),
    ...alertNoticesOf(cast),
    ...caseNoticesOf(cast),
  };
}
