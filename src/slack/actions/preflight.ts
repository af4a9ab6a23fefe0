import type { App } from '@slack/bolt';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { type Preflight, preflightCircuit } from '../../usecases/validation/preflight-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { CircuitPayload, decode, PreflightPayload } from '../blocks/payload.ts';
import { type ChatRefusal, refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import { preflightingReply, preflightReply } from '../blocks/validation/preflight.ts';
import { preflightEvidenceReply } from '../blocks/validation/preflight-evidence.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { openWhenRead } from '../writes/open-when-read.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** Asks the registries about a circuit's prefixes, turns the pages of what they said, and shows it whole for one prefix. */
export function registerPreflight(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.validate, shared, validate);
  for (const id of [actionIds.preflightPage, actionIds.preflightPrevious])
    onPress(app, id, shared, (press, deps) => press.answer(() => page(press, deps), { instead: true }));
  onPress(app, actionIds.preflightEvidence, shared, showEvidence);
}

async function validate(press: Press, deps: ChatDeps): Promise<void> {
  const payload = decode(CircuitPayload, press.value);
  if (!payload) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const named = await namedCircuit(press, { token: payload.circuit, name: payload.name }, deps);
  if (!named.ok) return press.answer(async () => refusalReply(named.refusal));
  // In a modal "One moment" stands anyway.
  if (press.channelId !== undefined)
    await press.answer(async () => preflightingReply(named.value.circuit.name));
  await press.answer(() => freshPreflight(named.value, press.userId, deps));
}

/** Asks now, and remembers the answer for its reader. */
export async function freshPreflight(known: KnownCircuit, userId: string, deps: ChatDeps): Promise<Reply> {
  const looked = await preflightCircuit(deps, known.circuit);
  if (!looked.ok) return refusalReply(looked.refusal);
  return preflightReply(looked.value, deps.preflights.put(looked.value, userId));
}

async function page(press: Press, deps: ChatDeps): Promise<Reply> {
  const found = await remembered(press, deps);
  if (!found.ok) return refusalReply(found.refusal);
  const { preflight, id, page: wanted } = found.value;
  return preflightReply(preflight, id, wanted);
}

/** A message keeps its list, so the evidence opens above it; in a modal it is pushed on top. */
async function showEvidence(press: Press, deps: ChatDeps): Promise<void> {
  const isReadable = decode(PreflightPayload, press.value) !== undefined;
  const work = () => evidence(press, deps);
  if (!isReadable || press.channelId === undefined) return press.answer(work);
  const { client, triggerId, userId, channelId } = press;
  await openWhenRead({ client, triggerId, caller: { userId, channelId } }, deps, work);
}

async function evidence(press: Press, deps: ChatDeps): Promise<Reply> {
  const found = await remembered(press, deps);
  if (!found.ok) return refusalReply(found.refusal);
  const { preflight, prefix = '' } = found.value;
  const one = preflight.judged.prefixes.find(({ asked }) => asked.prefix === prefix);
  return one
    ? preflightEvidenceReply(preflight, one)
    : refusalReply({ code: 'prefix-gone', on: preflight.circuit, prefix });
}

type Remembered = {
  readonly preflight: Preflight;
  readonly id: string;
  readonly page: number;
  readonly prefix?: string;
};

/** What the button is about, as it was shown; looked at anew when that is forgotten. */
async function remembered(press: Press, deps: ChatDeps): Promise<Result<Remembered, ChatRefusal>> {
  const payload = decode(PreflightPayload, press.value);
  if (!payload) return refuse({ code: 'button-unreadable' });
  const { circuit: token, name, preflight: id, page, prefix } = payload;
  const named = await namedCircuit(press, { token, name }, deps);
  if (!named.ok) return named;
  const kept = deps.preflights.find(id, press.userId);
  if (kept?.circuit.id === named.value.circuit.id) return answer({ preflight: kept, id, page, prefix });
  const looked = await preflightCircuit(deps, named.value.circuit);
  if (!looked.ok) return looked;
  return answer({
    preflight: looked.value,
    id: deps.preflights.put(looked.value, press.userId),
    page,
    prefix,
  });
}
