import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { JudgedPrefix } from '../../domain/validation/preflight.ts';
import { sourcesOf } from '../../domain/validation/preflight-sources.ts';
import { preflightText } from '../../domain/validation/preflight-text.ts';
import { tellingSentences } from '../../domain/validation/telling-reasons.ts';
import { verdictOf } from '../../domain/validation/verdict-words.ts';
import type { Store } from '../store.ts';
import { type PreflightDeps, preflightCircuit } from '../validation/preflight-circuit.ts';
import type { CasePreflightReport } from './run-deps.ts';

type Deps = PreflightDeps & { readonly store: Pick<Store, 'circuit'> };

/**
 * A pre-flight as a case keeps it: a line for each prefix, and all of it as a text. `signal` gives it up: what registries
 * had no time to answer is no evidence. Throws an AbortError then.
 */
export function casePreflightOf(
  deps: Deps,
): (circuit: CircuitAddress, signal: AbortSignal) => Promise<CasePreflightReport | undefined> {
  return async ({ id }, signal) => {
    const known = await deps.store.circuit(id);
    const registries = until(deps.registries, signal);
    const looked = known && (await preflightCircuit({ ...deps, registries }, known.circuit));
    if (!looked?.ok) return undefined;
    const { at, circuit, judged } = looked.value;
    const sources = sourcesOf(judged.prefixes.map(({ evidence }) => evidence));
    return {
      at,
      verdicts: judged.prefixes.map(verdict),
      silent: sources.filter(({ silent }) => silent.length > 0).map(({ name }) => name),
      text: preflightText(judged, { name: circuit.name, at }),
    };
  };
}

function until(registries: Deps['registries'], end: AbortSignal): Deps['registries'] {
  return {
    look: (prefixes, signal) => registries.look(prefixes, signal ? AbortSignal.any([signal, end]) : end),
  };
}

/** What decided, as the answer to the command `validate` says it. */
function verdict(judged: JudgedPrefix): CasePreflightReport['verdicts'][number] {
  return { prefix: judged.asked.prefix, verdict: verdictOf(judged), reason: tellingSentences(judged) };
}
