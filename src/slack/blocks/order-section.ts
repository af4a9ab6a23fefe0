import type { SectionBlock } from '@slack/types';
import type { Order } from '../../domain/circuit/order.ts';
import { section } from './kit.ts';
import { joinMd, lines, type Mrkdwn, md } from './mrkdwn.ts';
import { person } from './request/person.ts';
import { moment } from './time.ts';

/** What people recorded about the order, on the circuit's card. */
export function orderBlocks(order: Order | undefined): readonly SectionBlock[] {
  if (!order) return [];
  const { provider, orderNumber, contact, layer, promisedOn, recordedBy, recordedAt } = order;
  const facts: readonly Mrkdwn[] = [
    md`${provider}`,
    ...(orderNumber ? [md`order ${orderNumber}`] : []),
    ...(layer ? [md`layer ${layer}`] : []),
    ...(promisedOn ? [md`promised for ${promisedOn}`] : []),
    ...(contact ? [md`contact: ${contact}`] : []),
  ];
  return [
    section(
      lines(md`*Order*`, joinMd(facts, ' · '), md`Recorded by ${person(recordedBy)}, ${moment(recordedAt)}`),
    ),
  ];
}
