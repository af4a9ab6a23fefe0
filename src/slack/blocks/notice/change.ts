import type { Change } from '../../../domain/circuit/changes.ts';
import { actionIds } from '../../action-ids.ts';
import { circuitPayload } from '../circuit-token.ts';
import { actions, button, context, overflow, section } from '../kit.ts';
import { lines, type Mrkdwn, md, trusted } from '../mrkdwn.ts';
import { muteChoices } from '../mute.ts';
import { type Reply, reply } from '../reply.ts';
import { showButton } from '../show-button.ts';
import { moment } from '../time.ts';
import { changeWords } from '../words/change.ts';
import { nextStepLine } from '../words/next-step.ts';

/** One change: what happened where, what it means, what to do and who. */
export function changeReply(change: Change): Reply {
  const { circuit } = change;
  const { what, meaning } = changeWords(change);
  const isGone = change.difference.kind === 'circuit-gone';
  return reply(md`${circuit.name}: ${what}`, [
    section(lines(changeTitle(change), meaning, nextStepLine(change.next, circuit.provider))),
    context(
      md`${circuit.resourceGroup} · ${[circuit.provider, circuit.peeringLocation].filter(Boolean).join(' ') || 'no provider'} · ${moment(change.at)}`,
    ),
    ...(isGone
      ? []
      : [
          actions(
            showButton(circuit),
            button('Mute 2 h', actionIds.mute, circuitPayload(circuit), {
              label: `Mute ${circuit.name} in this channel for 2 hours`,
            }),
            overflow(actionIds.muteFor, muteChoices(circuit.id)),
          ),
        ]),
  ]);
}

/** First line of an alert, and the line of a list of changes. */
export function changeTitle(change: Change): Mrkdwn {
  const { sign, what } = changeWords(change);
  return md`${trusted(sign)} *${change.circuit.name}* · ${what}`;
}
