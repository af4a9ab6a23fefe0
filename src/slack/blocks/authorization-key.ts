import type { Circuit } from '../../domain/circuit/circuit.ts';
import { context, section } from './kit.ts';
import { lines, md } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';

/** An authorization's key, for one person's eyes. It stands in a block alone: `text` is what notifications show. */
export function authorizationKeyReply(circuit: Circuit, authorization: string, key: string): Reply {
  return reply(md`The key of authorization ${authorization} of ${circuit.name}`, [
    section(lines(md`*Authorization ${authorization} of ${circuit.name}*`, md`\`${key}\``)),
    section(
      lines(
        md`Its user needs the key and the circuit's resource id, and redeems it once:`,
        md`\`${circuit.id}\``,
      ),
    ),
    context(
      md`Give it to that person and to nobody else: whoever has it can link a network to this circuit. Only you see it here; that you looked is in the audit trail.`,
    ),
  ]);
}
