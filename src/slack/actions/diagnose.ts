import type { App } from '@slack/bolt';
import { diagnoseCircuit } from '../../usecases/diagnose-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { diagnosingReply, diagnosisReply } from '../blocks/diagnosis.ts';
import { DiagnosePayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** Asks Microsoft's edge, and tells the person who pressed alone. */
export function registerDiagnose(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.diagnose, shared, diagnose);
}

async function diagnose(press: Press, deps: ChatDeps): Promise<void> {
  const payload = decode(DiagnosePayload, press.value);
  if (!payload) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const { circuit: token, name, peering } = payload;
  const named = await namedCircuit(press, { token, name }, deps);
  if (!named.ok) return press.answer(async () => refusalReply(named.refusal));
  // In a modal "One moment" stands anyway.
  if (press.channelId !== undefined)
    await press.answer(async () => diagnosingReply(named.value.circuit.name));
  await press.answer(async () => {
    const diagnosis = await diagnoseCircuit(deps, named.value, peering);
    return diagnosis.ok ? diagnosisReply(diagnosis.value) : refusalReply(diagnosis.refusal);
  });
}
