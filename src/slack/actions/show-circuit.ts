import type { App } from '@slack/bolt';
import { parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { showCircuit } from '../../usecases/show-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { circuitCardReply } from '../blocks/circuit-card.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import type { Reply } from '../blocks/kit.ts';
import { CircuitPayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { onPress } from './press.ts';

/** A circuit's card, from a button, from the menu of an ambiguous name, or from that of a catch-up. */
export function registerShowCircuit(app: App, deps: ChatDeps): void {
  onPress(app, actionIds.showCircuit, deps, (press) =>
    press.answer(async () => {
      const payload = decode(CircuitPayload, press.value);
      if (!payload) return refusalReply({ code: 'button-unreadable' });
      return card(await circuitOf(payload.id, deps), payload.name, deps);
    }),
  );
  onPress(app, actionIds.chooseCircuit, deps, (press) =>
    press.answer(async () => card(circuitOfToken(press.value, await deps.store.circuits()), '', deps), {
      instead: true,
    }),
  );
  onPress(app, actionIds.showCatchUp, deps, (press) =>
    press.answer(async () => card(circuitOfToken(press.value, await deps.store.circuits()), '', deps)),
  );
}

async function circuitOf(id: string, { store }: ChatDeps): Promise<KnownCircuit | undefined> {
  const address = parseCircuitAddress(id);
  return address.ok ? store.circuit(address.value.id) : undefined;
}

async function card(known: KnownCircuit | undefined, name: string, deps: ChatDeps): Promise<Reply> {
  return known
    ? circuitCardReply(await showCircuit(deps, known), deps.now())
    : refusalReply({ code: 'circuit-gone', name });
}
