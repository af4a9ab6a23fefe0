import { createHash } from 'node:crypto';
import type { AccessRefusal } from '../../domain/access/grant.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import type { CaseRefusal } from '../../domain/validation/case/command.ts';
import { checkFile, fileBytesLimit } from '../../domain/validation/case/file-kind.ts';
import type { Caller } from '../caller.ts';
import { actOnCase } from './act-on-case.ts';
import type { AttachRefusal, Upload } from './case-desk.ts';
import type { CaseDeskDeps } from './desk-deps.ts';
import { noted } from './note-case-refusal.ts';

/** Takes a file from Slack into the case: looked at first, kept before the case knows of it, removed when it is not taken. */
export async function attachFile(
  deps: CaseDeskDeps,
  caller: Caller,
  caseId: string,
  { slackFileId, kind }: Upload,
): Promise<Result<Case, AttachRefusal | CaseRefusal | AccessRefusal>> {
  const it = await deps.store.case(caseId);
  if (!it) return refuse({ code: 'case-unknown', id: caseId });
  const leave = deps.gatekeeper.check(caller.userId, 'case', it.circuit);
  const allowed = await noted(deps, caller, it, 'add-file', leave);
  if (!allowed.ok) return allowed;
  const fetched = await deps.slackFiles.fetch(slackFileId, fileBytesLimit);
  if (!fetched) return refuse({ code: 'case-file-gone' });
  const checked = checkFile(fetched.name, fetched.content);
  if (!checked.ok) return checked;
  const id = deps.newId();
  await deps.caseFiles.keep(caseId, id, fetched.content);
  const { name } = checked.value;
  const sha256 = createHash('sha256').update(fetched.content).digest('hex');
  const bytes = fetched.content.length;
  const file = { id, name, kind, bytes, sha256, at: deps.now(), by: caller.userId };
  const added = await actOnCase(deps, caller, caseId, { kind: 'add-file', file });
  if (!added.ok) await deps.caseFiles.removeFile({ caseId, fileId: id });
  return added;
}
