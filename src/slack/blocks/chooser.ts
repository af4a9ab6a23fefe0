import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { placeOf } from './circuit-line.ts';
import { circuitToken } from './circuit-token.ts';
import { choicesWithin, context, section, select } from './kit.ts';
import { clip, md } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';

/** How much of a message's JSON the menu may be, in characters; about sixty circuits with common names. */
const menuLimit = 11_000;

/** An ambiguous name is a choice, not an error. The choice shows a circuit; `command`: what was to be done with it. */
export function chooserReply(asked: string, candidates: readonly KnownCircuit[], command = 'show'): Reply {
  const title = md`*${clip(asked, 100)}* can be ${candidates.length} circuits. Which one?`;
  const choices = choicesWithin(
    menuLimit,
    candidates.map(({ circuit }) => ({
      text: `${circuit.resourceGroup}/${circuit.name}`,
      value: circuitToken(circuit.id),
      description: placeOf(circuit.service),
    })),
  );
  const more = candidates.length - choices.length;
  return reply(title, [
    section(title, select('Choose a circuit', actionIds.chooseCircuit, choices)),
    ...(command === 'show'
      ? []
      : [
          context(
            md`The menu shows one of them, with what can be done. Or write it whole: \`/circuit ${command} group/name\`.`,
          ),
        ]),
    ...(more > 0
      ? [context(md`${more} more are not in the menu: type more of the name, or group/name.`)]
      : []),
  ]);
}
