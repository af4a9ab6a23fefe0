import type { Intent } from '../../domain/operation/intent.ts';
import { type Preflight, preflightSettings } from '../../usecases/validation/preflight-circuit.ts';
import type { ChatDeps } from '../chat-deps.ts';

/** How long a review waits for the registries, milliseconds: somebody looks at "One moment" meanwhile. */
const budgetMs = 6_000;

/**
 * What the registries make of the prefixes of a Microsoft peering that is to be set. It is advice, and never in the way:
 * undefined where there is nothing to say, or nobody could.
 */
export async function forecastOf(intent: Intent, deps: ChatDeps): Promise<Preflight | undefined> {
  if (intent.operation !== 'peering' || intent.deed !== 'set' || intent.peering !== 'MicrosoftPeering')
    return undefined;
  try {
    const known = await deps.store.circuit(intent.target.id);
    return known && (await preflightSettings(deps, known.circuit, intent.settings, budgetMs));
  } catch (error) {
    deps.log.warn(
      { err: error },
      'the registries could not be asked about prefixes that are to be advertised',
    );
    return undefined;
  }
}
