import type { AccessRefusal } from '../../domain/access/grant.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { CaseRefusal } from '../../domain/validation/case/command.ts';
import type { Caller } from '../caller.ts';
import type { CasePackage } from './case-desk.ts';
import type { CaseDeskDeps } from './desk-deps.ts';
import { either } from './may-act.ts';
import { noted } from './note-case-refusal.ts';

/** What somebody needs who opens the ticket by hand, or looks at the evidence. A file that is not there any more is left out. */
export async function packCase(
  deps: CaseDeskDeps,
  caller: Caller,
  caseId: string,
  fileIds?: readonly string[],
): Promise<Result<CasePackage, CaseRefusal | AccessRefusal>> {
  const it = await deps.store.case(caseId);
  if (!it) return refuse({ code: 'case-unknown', id: caseId });
  const leave = either(deps.gatekeeper, caller.userId, it.circuit);
  const allowed = await noted(deps, caller, it, 'package', leave);
  if (!allowed.ok) return allowed;
  const files = [];
  for (const { id, name, isRemoved } of it.files) {
    const isWanted = !isRemoved && (fileIds?.includes(id) ?? true);
    const content = !isWanted ? undefined : await deps.caseFiles.read(caseId, id);
    if (content) files.push({ name, content });
  }
  return answer({ it, files });
}
