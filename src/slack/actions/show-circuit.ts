import type { App } from '@slack/bolt';
import { showCircuit } from '../../usecases/show-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { circuitCardReply } from '../blocks/circuit-card.ts';
import { CircuitPayload, decode } from '../blocks/payload.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { namedCircuit } from './named-circuit.ts';
import { onPress, type Press } from './press.ts';

/** A circuit's card, from a button, from the menu of an ambiguous name, or from that of a catch-up. */
export function registerShowCircuit(app: App, shared: SharedDeps): void {
  onPress(app, actionIds.showCircuit, shared, (press, deps) =>
    press.answer(async () => {
      const payload = decode(CircuitPayload, press.value);
      if (!payload) return refusalReply({ code: 'button-unreadable' });
      return card(press, payload.circuit, payload.name, deps);
    }),
  );
  onPress(app, actionIds.chooseCircuit, shared, (press, deps) =>
    press.answer(() => card(press, press.value, '', deps), { instead: true }),
  );
  onPress(app, actionIds.showCatchUp, shared, (press, deps) =>
    press.answer(() => card(press, press.value, '', deps)),
  );
}

async function card(press: Press, token: string, name: string, deps: ChatDeps): Promise<Reply> {
  const named = await namedCircuit(press, { token, name }, deps);
  return named.ok
    ? circuitCardReply(await showCircuit(deps, named.value), deps.now())
    : refusalReply(named.refusal);
}
