import type { KnownCircuit } from '../../src/domain/circuit/known-circuit.ts';
import type { Order } from '../../src/domain/circuit/order.ts';
import { resizeOptions } from '../../src/domain/operation/plans/resize-options.ts';
import { createModal } from '../../src/slack/blocks/forms/create.ts';
import type { CreateForm } from '../../src/slack/blocks/forms/create-inputs.ts';
import { orderModal } from '../../src/slack/blocks/forms/order.ts';
import { resizeModal } from '../../src/slack/blocks/forms/resize.ts';
import { orderHandOverReply } from '../../src/slack/blocks/order-hand-over.ts';
import { serviceKeyReply } from '../../src/slack/blocks/service-key.ts';
import { subscription1, subscription2, t0 } from './a-circuit.ts';
import { someOffers } from './a-create-intent.ts';
import { anOrder } from './an-order.ts';
import { type Cast, owner } from './slack-cast.ts';
import { message, view } from './slack-shown.ts';

const serviceKey = 'cea82935-6c0e-4b52-a36f-8e1ffc4fb234';

/** What people recorded, with the text wherever they typed. */
export function ordersOf({ text }: Cast): readonly Order[] {
  return [
    { provider: text, recordedBy: owner, recordedAt: t0 },
    anOrder({ provider: text, orderNumber: text, contact: text, layer: 3, promisedOn: text }),
  ];
}

/** The cast's circuit as it is ordered, late by a promise, and waited for too long. */
export function orderedOf(cast: Cast): readonly KnownCircuit[] {
  const { circuit } = cast.known;
  const service = { ...circuit.service, kind: 'provider', providerState: 'NotProvisioned' } as const;
  const [bare, full] = ordersOf(cast);
  const created = {
    ...cast.known,
    circuit: {
      ...circuit,
      service: { provider: cast.text, peeringLocation: cast.text, ...service },
      provisioningState: 'Succeeded',
      status: 'Enabled',
    },
    wasProvisioned: false,
    waitingSince: t0,
  } as const;
  if (!bare || !full) throw new Error('there are no orders');
  return [
    { ...created, order: bare },
    { ...created, order: full },
    { ...created, order: full, late: { kind: 'order-overdue', promisedOn: cast.text } },
    { ...created, order: bare, late: { kind: 'provider-stuck' } },
  ];
}

function createForms({ text }: Cast): readonly CreateForm[] {
  const form: CreateForm = {
    metadata: 'metadata',
    subscriptionIds: [subscription1],
    resourceGroups: [{ name: 'rg-net', region: 'uksouth' }],
    offers: someOffers,
    chosen: { subscriptionId: subscription1, resourceGroup: '', provider: '' },
  };
  const several = (count: number) => Array.from({ length: count }, (_, index) => `${index}-${text}`);
  const hostile = { provider: text, locations: [text, ...several(500)], bandwidthsMbps: [50, 100_000] };
  return [
    form,
    { ...form, resourceGroups: [], offers: [], trouble: text, name: text },
    {
      ...form,
      subscriptionIds: [subscription1, subscription2, text],
      resourceGroups: [text, ...several(350)].map((name) => ({ name, region: text })),
      offers: [hostile, ...several(250).map((provider) => ({ ...hostile, provider }))],
      chosen: { subscriptionId: text, resourceGroup: text, provider: text },
    },
    { ...form, resourceGroups: several(980).map((name) => ({ name, region: text })) },
    { ...form, chosen: { ...form.chosen, provider: 'Equinix' } },
    { ...form, chosen: { ...form.chosen, provider: 'Nowhere' } },
  ];
}

/** The forms of a circuit's beginning and what is answered to them. */
export function beginningsOf(cast: Cast) {
  const { known, text } = cast;
  const { circuit } = known;
  const keys = [
    { kind: 'key', key: serviceKey },
    { kind: 'not-allowed' },
    { kind: 'not-ready' },
    { kind: 'unreadable', reason: text },
  ] as const;
  return {
    createModal: createForms(cast).map((form) => view('create', createModal(form))),
    resizeModal: [
      resizeOptions(circuit, [{ provider: text, locations: [], bandwidthsMbps: [200_000] }]),
      { bandwidthsMbps: [500, 1_000], tiers: ['Premium'], families: ['UnlimitedData'] },
    ].map((options) => view('resize', resizeModal(circuit, options, 'metadata'))),
    orderModal: [known, ...orderedOf(cast)].map((one) => view('order', orderModal(one, 'metadata'))),
    serviceKeyReply: [message('key', serviceKeyReply(circuit, serviceKey))],
    orderHandOverReply: ordersOf(cast).flatMap((order) =>
      keys.flatMap((key) =>
        [undefined, 4_094].map((vlan) =>
          message(`order, ${key.kind}`, orderHandOverReply({ circuit, order, key, vlan })),
        ),
      ),
    ),
  };
}
