import type { StaleReason } from '../../../domain/approval/request.ts';
import type { ExecutingView, RequestView } from '../../../domain/approval/view.ts';
import { lines, type Mrkdwn, md, nothing, trusted, whole } from '../mrkdwn.ts';
import { duration, moment } from '../time.ts';
import { failureWords } from '../words/failure.ts';
import { diffLines } from '../words/plan.ts';
import { ruleWords } from '../words/rule.ts';
import { outcomeWords } from './outcome-words.ts';
import { person } from './person.ts';
import { stepWords } from './step-words.ts';

/** A sign and a few words for the head of the card. */
export function stateTitle({ state }: RequestView): { readonly sign: string; readonly words: string } {
  switch (state.state) {
    case 'requested':
      return { sign: ':grey_question:', words: 'waits for approval' };
    case 'approved':
      return { sign: ':hourglass_flowing_sand:', words: 'approved, about to start' };
    case 'executing':
      return state.waitsFor === 'provider'
        ? { sign: ':hourglass_flowing_sand:', words: 'waits for the provider' }
        : { sign: ':arrows_counterclockwise:', words: 'under way' };
    case 'succeeded':
      return { sign: ':large_green_circle:', words: `done in ${duration(state.at - state.startedAt)}` };
    case 'failed':
      return { sign: ':red_circle:', words: 'failed' };
    case 'rejected':
      return { sign: ':no_entry_sign:', words: 'rejected' };
    case 'withdrawn':
      return { sign: ':rewind:', words: 'withdrawn' };
    case 'expired':
      return { sign: ':hourglass:', words: 'expired' };
    case 'stale':
      return { sign: ':warning:', words: 'not carried out' };
  }
}

/** What the state means and who must do what. */
export function stateLines(view: RequestView): Mrkdwn {
  const { state, rule, approvals, target, operation } = view;
  switch (state.state) {
    case 'requested':
      return md`Needs ${ruleWords(rule, person(view.requestedBy))}${approvals.length > 0 ? `; ${approvals.length} of ${rule.approvals} given` : ''}. Open until ${moment(view.expiresAt)}.`;
    case 'approved':
      return md`It starts as soon as no other change of *${target.name}* is under way. Azure is read again first.`;
    case 'executing':
      return state.waitsFor === 'provider'
        ? providerLines(state, person(view.requestedBy))
        : executingLine(state);
    case 'succeeded':
      return outcomeWords(view);
    case 'failed': {
      const { what, next } = failureWords(state.failure, operation, target.name);
      return lines(testStillRunning(operation, state), what, stepsBefore(operation, state), next);
    }
    case 'rejected':
      return md`${person(state.by)} rejected it at ${moment(state.at)}: ${whole(state.reason)}`;
    case 'withdrawn':
      return md`${person(state.by)} withdrew it at ${moment(state.at)}. Nothing was changed.`;
    case 'expired':
      return md`Nobody decided in time. Nothing was changed. Ask again if it is still wanted.`;
    case 'stale':
      return lines(
        staleLines(state.why),
        md`I changed nothing. Ask again to have the present state approved.`,
      );
  }
}

type Failed = Extract<RequestView['state'], { state: 'failed' }>;

function stepsBefore(operation: RequestView['operation'], { step }: Failed): Mrkdwn {
  return step > 0 && operation !== 'failover' ? md`The steps before this one are done.` : nothing;
}

/** Who reads that a test failed must not believe that it is over: a link is out of use until somebody stops it. */
function testStillRunning(operation: RequestView['operation'], { step, failure }: Failed): Mrkdwn {
  const mayHaveBegun = step > 0 || ['NoAnswer', 'NoEnd'].includes(failure.code);
  return operation === 'failover' && mayHaveBegun
    ? md`The test may still be running, with one link out of use. *You*: see whether it is. Stop it in the Azure portal.`
    : nothing;
}

function executingLine(state: ExecutingView): Mrkdwn {
  const count = state.steps > 1 ? md`Step ${state.step + 1} of ${state.steps}: ` : nothing;
  const until =
    state.waitsFor === 'time' && state.until !== undefined ? md` until ${moment(state.until)}` : nothing;
  return md`${count}${stepWords(state)}${until}. Started ${moment(state.startedAt)}.`;
}

/** Nobody but a person can set the provider going. */
function providerLines({ startedAt, step, steps }: ExecutingView, requester: Mrkdwn): Mrkdwn {
  const count = steps > 1 ? md` (step ${step + 1} of ${steps})` : nothing;
  return lines(
    md`The provider has to deprovision it${count}; waited for since ${moment(startedAt)}.`,
    md`${requester}: send the provider the *Hand-over text*: until they have it, nothing happens. When it is done I tell you.`,
  );
}

function staleLines(why: StaleReason): Mrkdwn {
  switch (why.kind) {
    case 'changed': {
      const by = why.by ? md` (Azure: last modified by ${why.by})` : nothing;
      return lines(md`It changed since it was looked at${by}:`, diffLines(why.changes));
    }
    case 'refused':
      return md`It is not possible any more. ${whole(why.sentence)}`;
    case 'not-allowed':
      return md`${trusted(`<@${why.userId}>`)} no longer has the role that this needs.`;
  }
}
