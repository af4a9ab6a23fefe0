import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { placeOf } from './circuit-line.ts';
import { circuitToken } from './circuit-token.ts';
import { context, type Reply, section, select } from './kit.ts';
import { clip, md } from './mrkdwn.ts';

/** Slack's menus hold a hundred. */
const choiceLimit = 100;

/** An ambiguous name is a choice, not an error. */
export function chooserReply(asked: string, candidates: readonly KnownCircuit[]): Reply {
  const title = md`*${clip(asked, 100)}* can be ${candidates.length} circuits. Which one?`;
  const choices = candidates.slice(0, choiceLimit).map(({ circuit }) => ({
    text: `${circuit.resourceGroup}/${circuit.name}`,
    value: circuitToken(circuit.id),
    description: placeOf(circuit.service),
  }));
  const more = candidates.length - choiceLimit;
  return {
    text: title.mrkdwn,
    blocks: [
      section(title, select('Choose a circuit', actionIds.chooseCircuit, choices)),
      ...(more > 0
        ? [context(md`${more} more are not in the menu: type more of the name, or group/name.`)]
        : []),
    ],
  };
}
