import type { CommonRefusal } from '../../src/domain/operation/plans/common-refusal.ts';
import type { CreateRefusal } from '../../src/domain/operation/plans/create-refusal.ts';
import type { ResizeRefusal } from '../../src/domain/operation/plans/resize-refusal.ts';
import type { CreateFormRefusal } from '../../src/slack/blocks/refusal-create.ts';
import type { NewCircuitRefusal, OrderFormRefusal } from '../../src/slack/blocks/refusal-order.ts';
import type { ResizeFormRefusal } from '../../src/slack/blocks/refusal-resize.ts';
import type { OrderRefusal } from '../../src/usecases/record-order.ts';
import type { KeyRefusal } from '../../src/usecases/view-service-key.ts';
import { circuitIdOf, subscription1 } from './a-circuit.ts';

type BeginningRefusal =
  | CommonRefusal
  | CreateRefusal
  | CreateFormRefusal
  | ResizeRefusal
  | ResizeFormRefusal
  | KeyRefusal
  | OrderRefusal
  | OrderFormRefusal
  | NewCircuitRefusal;
type Of<C extends BeginningRefusal['code']> = Extract<BeginningRefusal, { readonly code: C }>;

const limit = 50;

/** Every refusal of a circuit's beginning, and those that all plans share, with the text in every place. */
export function beginningRefusalsOf(text: string): {
  readonly [C in BeginningRefusal['code']]: readonly Of<C>[];
} {
  const name = text;
  const on = { id: circuitIdOf('lon-01'), name };
  const guesses = [undefined, text];
  const many = Array.from({ length: 60 }, () => text);
  return {
    'target-gone': [{ code: 'target-gone', name }],
    'target-unsettled': ['Failed', 'Updating', '', text].map((provisioningState) => ({
      code: 'target-unsettled',
      name,
      provisioningState,
    })),
    'not-provisioned': [
      'NotProvisioned',
      'Provisioning',
      'Provisioned',
      'Deprovisioning',
      'DeProvisioned',
      '',
      text,
    ].flatMap((providerState) =>
      ['Enabled', 'Disabled', '', text].map(
        (status) => ({ code: 'not-provisioned', name, operation: 'peering', providerState, status }) as const,
      ),
    ),
    'nothing-to-change': [{ code: 'nothing-to-change', name }],
    'circuit-name-malformed': ['', text].map((wrong) => ({ code: 'circuit-name-malformed', name: wrong })),
    'circuit-name-taken': [{ code: 'circuit-name-taken', name, resourceGroup: text }],
    'resource-group-unknown': guesses.map((didYouMean) => ({
      code: 'resource-group-unknown',
      resourceGroup: text,
      subscriptionId: subscription1,
      didYouMean,
    })),
    'provider-not-offered': guesses.map((didYouMean) => ({
      code: 'provider-not-offered',
      provider: text,
      didYouMean,
    })),
    'location-not-offered': [[], [text], many].map((offered) => ({
      code: 'location-not-offered',
      provider: text,
      location: text,
      offered,
    })),
    'bandwidth-not-offered': [[], [500], [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]].map((offered) => ({
      code: 'bandwidth-not-offered',
      provider: text,
      bandwidthMbps: 300,
      offered,
    })),
    'sku-unknown': [{ code: 'sku-unknown', tier: text, family: text }],
    'local-is-unlimited': [{ code: 'local-is-unlimited' }],
    'local-too-slow': [{ code: 'local-too-slow', bandwidthMbps: 200, leastMbps: 1_000 }],
    'region-full': [
      { code: 'region-full', region: text, subscriptionId: subscription1, count: 10, limit: 10 },
    ],
    'subscription-full': [{ code: 'subscription-full', subscriptionId: subscription1, count: 51, limit }],
    'region-malformed': ['', text].map((region) => ({ code: 'region-malformed', region })),
    'tag-malformed': [{ code: 'tag-malformed', line: text }],
    'tag-name-forbidden': [{ code: 'tag-name-forbidden', name }],
    'tag-name-long': [{ code: 'tag-name-long', name, limit: 512 }],
    'tag-value-long': [{ code: 'tag-value-long', name, limit: 256 }],
    'tag-twice': [{ code: 'tag-twice', name }],
    'tags-too-many': [{ code: 'tags-too-many', count: 51, limit }],
    'choice-missing': [{ code: 'choice-missing', field: 'provider' }],
    'subscription-not-watched': ['', text].map((subscriptionId) => ({
      code: 'subscription-not-watched',
      subscriptionId,
    })),
    'bandwidth-down': [{ code: 'bandwidth-down', on, fromMbps: 500, toMbps: 200 }],
    'unlimited-stays': [{ code: 'unlimited-stays', on }],
    'tier-fixed': ['Local', '', text].map((from) => ({ code: 'tier-fixed', on, from, to: 'Standard' })),
    'family-unknown': [{ code: 'family-unknown', on, family: text }],
    'above-standard-limits': [0, 2].map((globalReach) => ({
      code: 'above-standard-limits',
      on,
      links: 11,
      globalReach,
      limit: 10,
    })),
    'resize-word-unknown': [{ code: 'resize-word-unknown', word: text }],
    'nothing-to-resize': [{ code: 'nothing-to-resize', on }],
    'key-not-needed': [{ code: 'key-not-needed', name }],
    'key-not-ready': [{ code: 'key-not-ready', name }],
    'circuit-not-seen-yet': [{ code: 'circuit-not-seen-yet', name }],
    'order-not-needed': [{ code: 'order-not-needed', name }],
    'order-provider-missing': [{ code: 'order-provider-missing' }],
    'vlan-wish-malformed': [{ code: 'vlan-wish-malformed', value: text }],
    'promised-day-malformed': [{ code: 'promised-day-malformed', value: text }],
  };
}
