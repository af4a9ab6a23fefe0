import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/instant.ts';
import { type Case, type CaseFile, type CasePreflight, isOpen } from '../../domain/validation/case/case.ts';
import { isPreflightDue } from '../../domain/validation/case/current-step.ts';
import { moveLatest } from './move-case.ts';
import type { CaseRunDeps } from './run-deps.ts';

/** Asks the registries, keeps the whole answer as a file of the case, and shows what it comes to. */
export async function attachPreflight(deps: CaseRunDeps, it: Case): Promise<Instant | undefined> {
  const report = await deps.preflight(it.circuit);
  // The next look at circuits ends a case without prefixes.
  if (!report) return deps.now() + deps.mirrorMs;
  const content = new TextEncoder().encode(report.text);
  const fileId = deps.newId();
  await deps.caseFiles.keep(it.id, fileId, content);
  const at = deps.now();
  const { verdicts, silent } = report;
  // Never before the step that wants it: a clock that was set back meanwhile would have it asked for for ever.
  const since = 'since' in it.steps.registries ? it.steps.registries.since : at;
  const preflight: CasePreflight = { at: Math.max(at, since), fileId, verdicts, silent };
  const sha256 = createHash('sha256').update(content).digest('hex');
  const name = 'what-the-registries-say.txt';
  const file: CaseFile = { id: fileId, name, kind: 'preflight', bytes: content.length, sha256, at };
  const attached = { kind: 'preflight-attached', at, preflight, file } as const;
  const isWanted = (latest: Case) => isOpen(latest) && isPreflightDue(latest);
  await moveLatest(deps, it.id, (latest) => (isWanted(latest) ? [attached] : []), at);
  return undefined;
}
