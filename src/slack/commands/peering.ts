import { parsePeeringWish } from '../../domain/peering/wish.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { startPeering } from '../writes/peering.ts';
import type { Command } from './command.ts';
import { onCircuit } from './with-circuit.ts';

export const peeringCommand: Command = {
  name: 'peering',
  usage: '<circuit> [private | microsoft] [remove]',
  gist: 'creates, changes or removes routing',
  summary: 'Creates, changes or removes a routing domain; shows each field that would change before it does.',
  details: [
    'Without a kind you choose; what is set now stands in the form.',
    'Every rule is checked first: subnets and the usable addresses, overlaps, VLAN, AS numbers, MD5 key, public prefixes.',
    'Where the provider manages layer 3, only with an override.',
    'Azure public peering is retired: `public remove` takes away what is left of it.',
  ],
  examples: ['peering lon-01', 'peering lon-01 microsoft', 'peering lon-01 private remove'],
  run: onCircuit('peering', async (known, rest, opener, deps) => {
    const wish = parsePeeringWish(
      rest.map(({ key, value }) => (key === undefined ? value : `${key}:${value}`)),
    );
    return wish.ok ? startPeering(known, opener, deps, wish.value) : refusalReply(wish.refusal);
  }),
};
