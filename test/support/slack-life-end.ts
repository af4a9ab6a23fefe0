import type { Blocker } from '../../src/domain/circuit/deletion.ts';
import { failoverLinks } from '../../src/domain/operation/intent.ts';
import type { CommonRefusal } from '../../src/domain/operation/plans/common-refusal.ts';
import type { DeleteRefusal } from '../../src/domain/operation/plans/delete.ts';
import type { DeprovisionRefusal } from '../../src/domain/operation/plans/deprovision.ts';
import type { FailoverRefusal } from '../../src/domain/operation/plans/failover.ts';
import { deprovisionModal } from '../../src/slack/blocks/forms/deprovision.ts';
import { failoverModal } from '../../src/slack/blocks/forms/failover.ts';
import { deprovisionTextReply, reenableTextReply } from '../../src/slack/blocks/hand-over.ts';
import { formMetadata } from '../../src/slack/writes/form.ts';
import type { HandOverKey } from '../../src/usecases/hand-over-key.ts';
import { circuitIdOf, t0 } from './a-circuit.ts';
import { aConnection } from './plan-inputs.ts';
import { type Cast, channelId, owner } from './slack-cast.ts';
import { message, view } from './slack-shown.ts';

type EndRefusal = Exclude<DeleteRefusal | DeprovisionRefusal | FailoverRefusal, CommonRefusal>;
type Code = EndRefusal['code'];
type Of<C extends Code> = Extract<EndRefusal, { readonly code: C }>;

function blockersOf(name: string): readonly (readonly Blocker[])[] {
  const { id } = aConnection();
  const each: readonly Blocker[] = [
    { kind: 'link', id, name, isSeen: true },
    { kind: 'link', id, name, isSeen: false },
    { kind: 'authorization', name },
    { kind: 'global-reach', name, peering: 'AzurePrivatePeering' },
    { kind: 'global-reach', name, peering: { unrecognised: name } },
    { kind: 'route-filter', name, peering: 'MicrosoftPeering' },
  ];
  return [each.slice(0, 1), each, Array.from({ length: 120 }, () => each[0] ?? each).flat()];
}

/** Every refusal about a circuit's end and about failover tests, with the text in every place. */
export function lifeEndRefusalsOf(text: string): { readonly [C in Code]: readonly Of<C>[] } {
  const on = { id: circuitIdOf('lon-01'), name: text };
  const told = [text, ''].map((provider) => ({ on, provider, providerState: text }));
  const unknown = [text, ''].map((providerState) => ({ on, provider: text, providerState }));
  return {
    'deprovision-first': [[], ...blockersOf(text)].flatMap((blockers) =>
      told.map((one) => ({ code: 'deprovision-first', ...one, blockers }) as const),
    ),
    'still-deprovisioning': told.map((one) => ({ code: 'still-deprovisioning', ...one })),
    'provider-state-unknown': [...told, ...unknown].map((one) => ({
      code: 'provider-state-unknown',
      operation: 'delete',
      ...one,
    })),
    'deletion-blocked': blockersOf(text).flatMap((blockers) =>
      (['delete', 'deprovision'] as const).map(
        (operation) => ({ code: 'deletion-blocked', on, operation, blockers }) as const,
      ),
    ),
    'nothing-to-deprovision': [{ code: 'nothing-to-deprovision', on }],
    'already-deprovisioned': [{ code: 'already-deprovisioned', on }],
    'already-deprovisioning': told.map((one) => ({ code: 'already-deprovisioning', ...one })),
    'deprovision-state-unknown': [...told, ...unknown].map((one) => ({
      code: 'deprovision-state-unknown',
      ...one,
    })),
    ...failoverRefusalsOf(text),
  };
}

function failoverRefusalsOf(text: string) {
  const on = { id: circuitIdOf('lon-01'), name: text };
  const peerings = ['AzurePrivatePeering', { unrecognised: text }] as const;
  return {
    'failover-minutes-out-of-range': [0, 241, Number.NaN].map(
      (minutes) => ({ code: 'failover-minutes-out-of-range', minutes, least: 1, most: 240 }) as const,
    ),
    'failover-not-offered': [{ code: 'failover-not-offered', on } as const],
    'failover-test-running': ['BgpDisconnect', 'ASPathPrepend', text].map(
      (category) => ({ code: 'failover-test-running', on, link: 'Primary', category, status: text }) as const,
    ),
    'no-peering-enabled': [{ code: 'no-peering-enabled', on } as const],
    'link-not-redundant': peerings.map(
      (peering) =>
        ({ code: 'link-not-redundant', on, peering, family: 'ipv4', missing: 'secondary' }) as const,
    ),
    'other-link-down': peerings.map(
      (peering) => ({ code: 'other-link-down', on, peering, family: 'ipv6', down: 'secondary' }) as const,
    ),
    'peering-unsettled': peerings.flatMap((peering) =>
      ['Failed', ''].map(
        (provisioningState) => ({ code: 'peering-unsettled', on, peering, provisioningState }) as const,
      ),
    ),
  };
}

/** Every view and message about a circuit's end and about failover tests. */
export function lifeEndFormsOf({ known, text }: Cast) {
  const metadata = formMetadata(channelId, 'token');
  const keys: readonly HandOverKey[] = [
    { kind: 'key', key: text },
    { kind: 'not-allowed' },
    { kind: 'not-ready' },
    { kind: 'unreadable', reason: text },
  ];
  const order = { provider: text, orderNumber: text, contact: text, recordedBy: owner, recordedAt: t0 };
  const texts = keys.flatMap((key) => [
    { known, key },
    { known: { ...known, order }, key },
  ]);
  return {
    deprovisionModal: [view('deprovision', deprovisionModal(known.circuit, metadata))],
    failoverModal: [undefined, ...failoverLinks].map((link) =>
      view('failover', failoverModal(known.circuit, link, metadata)),
    ),
    deprovisionTextReply: texts.map((one) => message('deprovision', deprovisionTextReply(one))),
    reenableTextReply: texts.map((one) => message('re-enable', reenableTextReply(one))),
  };
}
