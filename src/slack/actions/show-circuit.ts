import type { App } from '@slack/bolt';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { showCircuit } from '../../usecases/show-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { circuitCardReply } from '../blocks/circuit-card.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import { CircuitPayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { onPress } from './press.ts';

/** A circuit's card, from a button, from the menu of an ambiguous name, or from that of a catch-up. */
export function registerShowCircuit(app: App, deps: ChatDeps): void {
  onPress(app, actionIds.showCircuit, deps, (press) =>
    press.answer(async () => {
      const payload = decode(CircuitPayload, press.value);
      if (!payload) return refusalReply({ code: 'button-unreadable' });
      return card(await circuitOf(payload.circuit, deps), payload.name, deps);
    }),
  );
  onPress(app, actionIds.chooseCircuit, deps, (press) =>
    press.answer(async () => card(await circuitOf(press.value, deps), '', deps), {
      instead: true,
    }),
  );
  onPress(app, actionIds.showCatchUp, deps, (press) =>
    press.answer(async () => card(await circuitOf(press.value, deps), '', deps)),
  );
}

async function circuitOf(token: string, { store }: ChatDeps): Promise<KnownCircuit | undefined> {
  return circuitOfToken(token, await store.circuits());
}

async function card(known: KnownCircuit | undefined, name: string, deps: ChatDeps): Promise<Reply> {
  return known
    ? circuitCardReply(await showCircuit(deps, known), deps.now())
    : refusalReply({ code: 'circuit-gone', name });
}
