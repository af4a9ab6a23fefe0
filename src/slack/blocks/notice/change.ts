import type { Cause } from '../../../domain/alert/cause.ts';
import type { Change, ChangeKind } from '../../../domain/circuit/changes.ts';
import { actionIds } from '../../action-ids.ts';
import { circuitPayload } from '../circuit-token.ts';
import { actions, button, context, overflow, section } from '../kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { muteChoices } from '../mute.ts';
import { type Reply, reply } from '../reply.ts';
import { person } from '../request/person.ts';
import { showButton } from '../show-button.ts';
import { moment } from '../time.ts';
import { changeWords } from '../words/change.ts';
import { nextStepLine } from '../words/next-step.ts';

/** One change: what happened where, what it means, what to do and who. `cause`: the request that made it. */
export function changeReply(change: Change, cause?: Cause): Reply {
  const { circuit } = change;
  const { what, meaning } = changeWords(change);
  const isGone = change.difference.kind === 'circuit-gone';
  return reply(md`${circuit.name}: ${what}`, [
    section(
      lines(changeTitle(change), cause ? causedMeaning(change, cause, meaning) : meaning, stepLine(change)),
    ),
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

/**
 * What a session, a count or a bandwidth does is no step on a circuit's way to being usable: where nothing is to be done
 * on it, that says nothing of what happened.
 */
const sideways: readonly ChangeKind[] = ['bgp-session', 'arp', 'prefix-count', 'vnet-link', 'bandwidth'];

function stepLine({ next, circuit, difference }: Change): Mrkdwn {
  const isSilent = next.who === 'nobody' && sideways.includes(difference.kind);
  return isSilent ? nothing : nextStepLine(next, circuit.provider);
}

/** Who asked for it, and what is known because of that. */
function causedMeaning({ difference }: Change, { requestId, by }: Cause, meaning: Mrkdwn): Mrkdwn {
  return lines(
    md`Asked for in Trunkline by ${person(by)}: ${requestId}.`,
    certainties[difference.kind] ?? meaning,
  );
}

/** In place of a guess. */
const certainties: Readonly<Partial<Record<Change['difference']['kind'], Mrkdwn>>> = {
  'circuit-found': md`Microsoft bills it from its creation on.`,
  'circuit-gone': md`It was deleted.`,
};

/** First line of an alert, and the line of a list of changes. */
export function changeTitle(change: Change): Mrkdwn {
  const { sign, what } = changeWords(change);
  return md`${trusted(sign)} *${change.circuit.name}* · ${what}`;
}
