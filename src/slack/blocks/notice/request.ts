import type { KnownBlock } from '@slack/types';
import type { RequestView } from '../../../domain/approval/view.ts';
import type { Fact } from '../../../domain/operation/plan.ts';
import { isLinkFact } from '../../../domain/operation/plans/peering-facts.ts';
import { actions, context, section } from '../kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { requestButtons } from '../request/buttons.ts';
import { person } from '../request/person.ts';
import { stateLines, stateTitle } from '../request/state-line.ts';
import { cautionBlocks } from '../review.ts';
import { moment } from '../time.ts';
import { cautionWords } from '../words/caution.ts';
import { requestTitle } from '../words/operation.ts';
import { diffLines, factLine } from '../words/plan.ts';

/** A request's one message, as it stands now: what, how far, what will change, what it risks, who asked and agreed. */
export function requestReply(view: RequestView): Reply {
  const { sign, words } = stateTitle(view);
  const buttons = requestButtons(view);
  const facts = factsShown(view);
  const title = md`${trusted(sign)} *${requestTitle(view)}* · ${words}`;
  return reply(md`${requestTitle(view)}: ${words}`, [
    section(lines(title, stateLines(view))),
    section(lines(diffTitle(view), diffLines(view.changes))),
    ...openCautions(view),
    context(whoLine(view)),
    ...(facts.length > 0 ? [context(factLine(facts))] : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);
}

/** Of what did not happen, or not all of it, nobody shall think that it is so. */
function diffTitle({ state }: RequestView): Mrkdwn {
  const isUndone = ['stale', 'failed', 'rejected', 'withdrawn', 'expired'].includes(state.state);
  return isUndone ? md`Asked for was:` : nothing;
}

/** What it costs and risks matters until it is decided. */
function openCautions({ state, cautions }: RequestView): readonly KnownBlock[] {
  const isOpen = ['requested', 'approved', 'executing'].includes(state.state);
  return isOpen ? cautionBlocks(cautions.map((caution) => md`${cautionWords[caution]}`)) : [];
}

/**
 * Facts stand where they decide something: what it rests on, while it is to be agreed to; the addresses of a peering's
 * links once they are set, since somebody has to type them into the routers.
 */
function factsShown({ state, changes, seen }: RequestView): readonly Fact[] {
  if (state.state === 'requested') return seen.filter((fact) => !isLinkFact(fact));
  const isReaddressed = changes.some(({ field }) => /subnet$/u.test(field));
  return state.state === 'succeeded' && isReaddressed ? seen.filter(isLinkFact) : [];
}

function whoLine({ id, target, requestedBy, requestedAt, askedIn, approvals }: RequestView): Mrkdwn {
  const place = askedIn && !askedIn.startsWith('D') ? md` in ${trusted(`<#${askedIn}>`)}` : nothing;
  const agreed = approvals.map(({ by, at }) => md`${person(by)} ${moment(at)}`);
  return md`${id} · ${target.resourceGroup} · asked by ${person(requestedBy)}${place} ${moment(requestedAt)}${
    agreed.length > 0 ? md` · approved by ${joined(agreed)}` : nothing
  }`;
}

function joined(parts: readonly Mrkdwn[]): Mrkdwn {
  return parts.reduce((all, part) => md`${all}, ${part}`);
}
