import type { AccessRefusal } from '../../domain/access/grant.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import type { CaseCommand, CaseRefusal } from '../../domain/validation/case/command.ts';
import { decideCase } from '../../domain/validation/case/decide.ts';
import type { Caller } from '../caller.ts';
import { notOvertaken } from '../not-overtaken.ts';
import { caseRulesOf } from './case-rules.ts';
import type { CaseDeskDeps } from './desk-deps.ts';
import { mayAct } from './may-act.ts';
import { moveCase } from './move-case.ts';
import { noteCaseRefusal } from './note-case-refusal.ts';

/** What somebody does with a case that is there. A refusal is in the audit trail too. */
export async function actOnCase(
  deps: CaseDeskDeps,
  caller: Caller,
  caseId: string,
  command: CaseCommand,
): Promise<Result<Case, CaseRefusal | AccessRefusal>> {
  return notOvertaken(async () => {
    const before = await deps.store.case(caseId);
    if (!before) return refuse({ code: 'case-unknown', id: caseId });
    const allowed = await mayAct(deps, caller.userId, command, before);
    const at = deps.now();
    const decided = allowed.ok ? decideCase(command, before, caseRulesOf(deps.rules), at) : allowed;
    if (!decided.ok) {
      await noteCaseRefusal(deps, caller, before, command.kind, decided.refusal.code);
      return decided;
    }
    return answer(await moveCase(deps, before, decided.value, at, caller));
  });
}
