import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PeeringSettings } from '../../domain/operation/intent.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { judgePreflight } from '../../domain/validation/judge-preflight.ts';
import type { Judged, PreflightQuestion } from '../../domain/validation/preflight.ts';
import { circuitQuestion, settingsQuestion } from '../../domain/validation/preflight-question.ts';
import type { Now } from '../ports.ts';
import { lookWithin } from './look-within.ts';
import type { Registries } from './registries.ts';

export type PreflightDeps = {
  readonly registries: Pick<Registries, 'look'>;
  /** The names under which registries know us. */
  readonly organizations: readonly string[];
  readonly now: Now;
};

/** What the registries make of a circuit's prefixes, at a moment. */
export type Preflight = {
  readonly circuit: { readonly id: CircuitId; readonly name: string };
  readonly at: Instant;
  readonly judged: Judged;
};

export type PreflightRefusal =
  /** It has no Microsoft peering, or one that advertises nothing. */
  { readonly code: 'nothing-to-validate'; readonly on: Preflight['circuit']; readonly hasPeering: boolean };

/** How long the registries are waited for in all, milliseconds: each gives up by itself before that. */
export const preflightMs = 20_000;

/** Will Azure validate by itself what this circuit advertises? Asks the registries now; Azure is not asked. */
export async function preflightCircuit(
  deps: PreflightDeps,
  circuit: Circuit,
): Promise<Result<Preflight, PreflightRefusal>> {
  const on = { id: circuit.id, name: circuit.name };
  const question = circuitQuestion(circuit, deps.organizations);
  if (!question) return refuse({ code: 'nothing-to-validate', on, hasPeering: false });
  if (question.prefixes.length === 0) return refuse({ code: 'nothing-to-validate', on, hasPeering: true });
  return answer(await preflight(deps, circuit, question, preflightMs));
}

/** The same of settings that are not Azure's yet. `budgetMs`: somebody waits for more than this. */
export function preflightSettings(
  deps: PreflightDeps,
  circuit: Circuit,
  settings: PeeringSettings,
  budgetMs: number,
): Promise<Preflight> {
  return preflight(deps, circuit, settingsQuestion(settings, circuit, deps.organizations), budgetMs);
}

async function preflight(
  { registries, now }: PreflightDeps,
  { id, name }: Circuit,
  question: PreflightQuestion,
  budgetMs: number,
): Promise<Preflight> {
  const evidence = await lookWithin(registries, question.prefixes, budgetMs);
  return { circuit: { id, name }, at: now(), judged: judgePreflight(question, evidence) };
}
