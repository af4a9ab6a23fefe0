import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { Order } from '../../domain/circuit/order.ts';
import type { HandOverKey } from '../../usecases/hand-over-key.ts';
import { context, section } from './kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';
import { bandwidth } from './words/units.ts';

/** What the provider needs, to be copied; for one person's eyes, since the service key may be in it. */
export type HandOver = {
  readonly circuit: Circuit;
  readonly order: Order;
  readonly key: HandOverKey;
  /** Wished for; undefined: the provider chooses. */
  readonly vlan: number | undefined;
};

/** The order is on record; the text for the provider to copy. */
export function orderHandOverReply(handOver: HandOver): Reply {
  const { circuit, order, key } = handOver;
  return reply(md`The order of ${circuit.name} is on record`, [
    section(
      md`:white_check_mark: The order of *${circuit.name}* at ${order.provider} is on record. Text for the provider:`,
    ),
    section(md`\`\`\`${textFor(handOver)}\`\`\``),
    ...(key.kind === 'key' ? [] : [section(whyNoKey(key, circuit.name))]),
    context(
      key.kind === 'key'
        ? md`Only you see this. That the key was shown to you is in the audit trail.`
        : md`Only you see this.`,
    ),
  ]);
}

function textFor({ circuit, order, key, vlan }: HandOver): Mrkdwn {
  const { service } = circuit;
  const location = service.kind === 'provider' ? service.peeringLocation : '';
  return lines(
    md`Order of an ExpressRoute connection`,
    md`Service key: ${key.kind === 'key' ? key.key : 'follows separately'}`,
    md`Provider: ${order.provider}`,
    order.orderNumber ? md`Order number: ${order.orderNumber}` : nothing,
    md`Peering location: ${location || 'as agreed'}`,
    md`Bandwidth: ${bandwidth(service.bandwidthMbps)}`,
    md`Service: ${layerText(order.layer)}`,
    md`VLAN: ${vlan === undefined ? 'your choice' : `${vlan}, if it is free`}`,
    order.contact ? md`Contact: ${order.contact}` : nothing,
    order.promisedOn ? md`Promised for: ${order.promisedOn}` : nothing,
    trusted(''),
    md`Please report back: when the provider state is Provisioned; the VLAN on both links${reportFor(order.layer)}.`,
  );
}

function layerText(layer: Order['layer']): string {
  if (layer === 2) return 'layer 2, we configure routing';
  return layer === 3 ? 'layer 3, you configure routing' : 'layer 2 or 3, please tell';
}

function reportFor(layer: Order['layer']): string {
  return layer === 2
    ? ''
    : '; and, where you configure routing, the subnets, AS numbers and prefixes that you set';
}

function whyNoKey(key: Exclude<HandOverKey, { kind: 'key' }>, name: string): Mrkdwn {
  switch (key.kind) {
    case 'not-allowed':
      return md`:information_source: The service key is missing: you may not see it. Somebody who may sends it after: \`/circuit key ${name}\`.`;
    case 'not-ready':
      return md`:information_source: The service key is missing: Azure has not issued it yet. Send it after in a minute: \`/circuit key ${name}\`.`;
    case 'unreadable':
      return md`:information_source: The service key is missing: ${key.reason}. Send it after: \`/circuit key ${name}\`.`;
  }
}
