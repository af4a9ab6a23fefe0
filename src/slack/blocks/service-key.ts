import type { Circuit } from '../../domain/circuit/circuit.ts';
import { actionIds } from '../action-ids.ts';
import { circuitPayload } from './circuit-token.ts';
import { actions, button, context, section } from './kit.ts';
import { lines, md } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';

/** The service key, for one person's eyes. It stands in a block alone: `text` is what notifications show. */
export function serviceKeyReply(circuit: Circuit, key: string): Reply {
  const { name, service } = circuit;
  const provider = service.kind === 'provider' ? service.provider : '';
  return reply(md`The service key of ${name}`, [
    section(lines(md`*Service key of ${name}*`, md`\`${key}\``)),
    context(
      md`Give it to ${provider || 'the provider'} and to nobody else: whoever has it can order a connection to this circuit. Only you see it here; that you looked is in the audit trail.`,
    ),
    actions(
      button('Record the order', actionIds.order, circuitPayload(circuit), {
        label: `Record the order of ${name}`,
      }),
    ),
  ]);
}
