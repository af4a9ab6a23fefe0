import type { AccessRefusal } from '../../domain/access/grant.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import type { CaseRefusal } from '../../domain/validation/case/command.ts';
import { type CaseDeed, refusedAnyway } from '../../domain/validation/case/may-begin.ts';
import type { Caller } from '../caller.ts';
import type { CaseDeskDeps } from './desk-deps.ts';
import { mayAct } from './may-act.ts';
import { noted } from './note-case-refusal.ts';

/** Asked before somebody fills in a form: who may not is told now, and is in the audit trail as if they had. */
export async function beginAct(
  deps: CaseDeskDeps,
  caller: Caller,
  caseId: string,
  deed: CaseDeed,
): Promise<Result<Case, CaseRefusal | AccessRefusal>> {
  const it = await deps.store.case(caseId);
  if (!it) return refuse({ code: 'case-unknown', id: caseId });
  const leave = mayAct(deps, caller.userId, { kind: deed }, it);
  const allowed = await noted(deps, caller, it, deed, leave);
  if (!allowed.ok) return allowed;
  const refusal = refusedAnyway(deed, it);
  return refusal ? refuse(refusal) : answer(it);
}
