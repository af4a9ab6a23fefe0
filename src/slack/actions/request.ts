import type { App } from '@slack/bolt';
import type { Request } from '../../domain/approval/request.ts';
import { viewOf } from '../../domain/approval/view.ts';
import type { Result } from '../../domain/result.ts';
import type { Caller } from '../../usecases/caller.ts';
import { actionIds } from '../action-ids.ts';
import { requestReply } from '../blocks/notice/request.ts';
import { decode, RequestPayload } from '../blocks/payload.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import { rejectModal } from '../blocks/request/reject.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { formMetadata } from '../writes/form.ts';
import { onPress, type Press } from './press.ts';

/** The buttons of a request. They carry its id and nothing else: who pressed comes from Slack's signed request. */
export function registerRequestActions(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.approve, shared, (press) => decided(press, shared.desk.approve));
  onPress(app, actionIds.withdraw, shared, (press) => decided(press, shared.desk.withdraw));
  onPress(app, actionIds.stopHolding, shared, (press) => decided(press, shared.desk.stopHolding));
  onPress(app, actionIds.reject, shared, async (press) => {
    const payload = decode(RequestPayload, press.value);
    if (payload) await press.ask(rejectModal(formMetadata(press.channelId, payload.request)));
    else await press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  });
  onPress(app, actionIds.showRequest, shared, (press, deps) => press.answer(() => show(press, deps)));
}

type Decide = (caller: Caller, requestId: string) => Promise<Result<Request, ChatRefusal>>;

/**
 * The request's own message tells everybody what was decided. A copy that only this person sees shows it anew; and a
 * refusal is told to them alone.
 */
async function decided(press: Press, decide: Decide): Promise<void> {
  const payload = decode(RequestPayload, press.value);
  const { userId, channelId } = press;
  const outcome: Result<Request, ChatRefusal> = payload
    ? await decide({ userId, channelId }, payload.request)
    : { ok: false, refusal: { code: 'button-unreadable' } };
  if (!outcome.ok) await press.answer(async () => refusalReply(outcome.refusal));
  else if (press.isPrivate)
    await press.answer(async () => requestReply(viewOf(outcome.value)), { instead: true });
}

async function show(press: Press, deps: ChatDeps): Promise<Reply> {
  const payload = decode(RequestPayload, press.value);
  if (!payload) return refusalReply({ code: 'button-unreadable' });
  const request = await deps.whole.request(payload.request);
  if (!request) return refusalReply({ code: 'request-gone' });
  const { id, subscriptionId, resourceGroup, name } = request.intent.target;
  const may = await deps.gatekeeper.check(press.userId, 'read', { id, subscriptionId, resourceGroup, name });
  return may.ok ? requestReply(viewOf(request)) : refusalReply(may.refusal);
}
