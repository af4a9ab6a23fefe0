import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Order } from '../../domain/circuit/order.ts';
import type { HandOverKey } from '../../usecases/hand-over-key.ts';
import { context, section } from './kit.ts';
import { lines, type Mrkdwn, md, nothing } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';
import { bandwidth } from './words/units.ts';

/** A text for the provider, for one person's eyes: the service key may be in it. */
export type ProviderText = { readonly known: KnownCircuit; readonly key: HandOverKey };

/** Asks the provider to take the connection down. */
export function deprovisionTextReply(text: ProviderText): Reply {
  const { circuit } = text.known;
  return textReply(text, {
    title: md`Text for the provider: deprovision ${circuit.name}`,
    ask: md`Please deprovision this ExpressRoute circuit.`,
    report: md`Please report back when it is done: the provider state in Azure must be NotProvisioned.`,
    next: md`When the state is NotProvisioned I say so, and the circuit can be deleted.`,
  });
}

/** Asks the provider to provision it again, with the same key. */
export function reenableTextReply(text: ProviderText): Reply {
  const { circuit } = text.known;
  return textReply(text, {
    title: md`Text for the provider: enable ${circuit.name} again`,
    ask: md`Please provision this ExpressRoute circuit again. It was deprovisioned before; the service key is the same.`,
    report: md`Please report back when the provider state in Azure is Provisioned, with the VLAN on both links.`,
    next: md`Microsoft bills it meanwhile. When the state is Provisioned, check its routing before traffic goes over it.`,
  });
}

type Parts = {
  readonly title: Mrkdwn;
  readonly ask: Mrkdwn;
  readonly report: Mrkdwn;
  readonly next: Mrkdwn;
};

function textReply({ known: { circuit, order }, key }: ProviderText, parts: Parts): Reply {
  const { title, ask, report, next } = parts;
  return reply(title, [
    section(md`*${title}*`),
    section(md`\`\`\`${lines(ask, factLines(circuit, order, key), report)}\`\`\``),
    ...(key.kind === 'key' ? [] : [section(whyNoKey(key, circuit.name))]),
    context(
      md`${next} Only you see this${key.kind === 'key' ? '; that the key was shown to you is in the audit trail' : ''}.`,
    ),
  ]);
}

function factLines({ service }: Circuit, order: Order | undefined, key: HandOverKey): Mrkdwn {
  const { provider = '', peeringLocation = '' } = service.kind === 'provider' ? service : {};
  return lines(
    md`Service key: ${key.kind === 'key' ? key.key : 'follows separately'}`,
    md`Provider: ${order?.provider || provider || 'as agreed'}`,
    order?.orderNumber ? md`Order number: ${order.orderNumber}` : nothing,
    md`Peering location: ${peeringLocation || 'as agreed'}`,
    md`Bandwidth: ${bandwidth(service.bandwidthMbps)}`,
    order?.contact ? md`Contact: ${order.contact}` : nothing,
  );
}

function whyNoKey(key: Exclude<HandOverKey, { kind: 'key' }>, name: string): Mrkdwn {
  const sendAfter = md`Send it after: \`/circuit key ${name}\`.`;
  switch (key.kind) {
    case 'not-allowed':
      return md`:information_source: The service key is missing: you may not see it. Somebody who may sends it after.`;
    case 'not-ready':
      return md`:information_source: The service key is missing: Azure does not tell it at the moment. ${sendAfter}`;
    case 'unreadable':
      return md`:information_source: The service key is missing: ${key.reason}. ${sendAfter}`;
  }
}
