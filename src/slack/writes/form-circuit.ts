import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import type { ChatDeps } from '../chat-deps.ts';

/** What a form about a circuit carries: its token, and the groups of its menu where it has one. */
export async function circuitOfForm(
  metadata: string,
  { store }: Pick<ChatDeps, 'store'>,
): Promise<{ readonly known: KnownCircuit | undefined; readonly groups: string }> {
  const [token = '', groups = ''] = metadata.split('\n');
  return { known: circuitOfToken(token, await store.circuits()), groups };
}
