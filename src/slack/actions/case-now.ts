import { isOpen } from '../../domain/validation/case/case.ts';
import { caseView } from '../../domain/validation/case/view.ts';
import { openedCaseReply } from '../blocks/case/placed.ts';
import { caseReply } from '../blocks/notice/case.ts';
import { CaseApprovalPayload, CircuitPayload, decode } from '../blocks/payload.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { namedCircuit } from './named-circuit.ts';
import type { Press } from './press.ts';

/** On the round that the person saw: a later one has to be looked at. */
export async function approveStep(press: Press, { cases }: ChatDeps): Promise<void> {
  const payload = decode(CaseApprovalPayload, press.value);
  if (!payload) return refused(press, { code: 'button-unreadable' });
  const { userId, channelId } = press;
  const { case: id, step, round } = payload;
  const done = await cases.act({ userId, channelId }, id, { kind: 'approve', step, round });
  if (!done.ok) return refused(press, done.refusal);
  if (press.isPrivate) await press.answer(async () => caseReply(caseView(done.value)), { instead: true });
}

/** From an alert or a circuit's card: the case that there is, for whoever may look at it, or a new one. */
export async function openCaseOfCircuit(press: Press, deps: ChatDeps): Promise<void> {
  const payload = decode(CircuitPayload, press.value);
  if (!payload) return refused(press, { code: 'button-unreadable' });
  const named = await namedCircuit(press, { token: payload.circuit, name: payload.name }, deps);
  if (!named.ok) return refused(press, named.refusal);
  const { userId, channelId } = press;
  const { id } = named.value.circuit;
  const there = (await deps.store.cases()).find((one) => one.circuit.id === id && isOpen(one));
  if (there) return press.answer(async () => openedCaseReply(there, false));
  const opened = await deps.cases.open({ userId, channelId }, id);
  await press.answer(async () =>
    opened.ok ? openedCaseReply(opened.value.it, opened.value.isNew) : refusalReply(opened.refusal),
  );
}

function refused({ answer }: Press, refusal: ChatRefusal): Promise<void> {
  return answer(async () => refusalReply(refusal));
}
