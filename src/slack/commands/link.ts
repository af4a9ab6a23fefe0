import { startLink } from '../writes/link.ts';
import type { Command } from './command.ts';
import { nameAfter } from './name-after.ts';
import { onCircuit } from './with-circuit.ts';

const usage = '<circuit> [gateway]';

export const linkCommand: Command = {
  name: 'link',
  usage,
  gist: 'connects a network, or authorizes somebody else',
  summary: 'Shows the linked networks and authorizations, connects a gateway, or authorizes somebody else.',
  details: [
    'A gateway of any subscription that Trunkline watches can be connected; in another one than the circuit’s, an authorization is made and redeemed on the way.',
    'For a subscription that Trunkline does not watch, create an authorization and give its key to whoever links the network there.',
    'The circuit must be Provisioned and Enabled, with Azure private peering. A part of a gateway’s name narrows the menu.',
  ],
  examples: ['link lon-01', 'link lon-01 gw-hub'],
  run: onCircuit('link', (known, rest, opener, deps) => {
    const gateway = nameAfter(rest, `link ${usage}`);
    return gateway.ok ? startLink(known, opener, deps, gateway.value) : gateway.refused;
  }),
};
