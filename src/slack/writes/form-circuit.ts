import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Caller } from '../../usecases/caller.ts';
import { circuitOfToken, circuitToken } from '../blocks/circuit-token.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { formMetadata } from './form.ts';

/** What a form about a circuit with a menu in groups carries: `circuitOfForm` reads it again. */
export function metadataWithGroups(
  { channelId }: Caller,
  { id }: CircuitAddress,
): (groups: string) => string {
  return (groups) => formMetadata(channelId, `${circuitToken(id)}\n${groups}`);
}

/** What a form about a circuit carries: its token, and the groups of its menu where it has one. */
export async function circuitOfForm(
  metadata: string,
  { store }: Pick<ChatDeps, 'store'>,
): Promise<{ readonly known: KnownCircuit | undefined; readonly groups: string }> {
  const [token = '', groups = ''] = metadata.split('\n');
  return { known: circuitOfToken(token, await store.circuits()), groups };
}
