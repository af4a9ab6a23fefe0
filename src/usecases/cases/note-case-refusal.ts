import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { Result } from '../../domain/result.ts';
import type { CaseCommand, CaseRefusal } from '../../domain/validation/case/command.ts';
import { auditEntryOf } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import type { CaseDeskDeps } from './desk-deps.ts';

/** A form that was filled in wrongly is nothing that was refused to somebody. */
const slips: readonly string[] = ['case-text-missing', 'case-text-too-long', 'case-number-malformed'];

/** `id` absent: there is no case yet. */
type Tried = { readonly id?: string; readonly circuit: Pick<CircuitAddress, 'id' | 'name'> };

/** Writes down in the audit trail that somebody was refused. */
export async function noteCaseRefusal(
  deps: Pick<CaseDeskDeps, 'store' | 'now' | 'newId' | 'wake'>,
  caller: Caller,
  { id, circuit }: Tried,
  tried: CaseCommand['kind'] | 'open' | 'package',
  code: (CaseRefusal | AccessRefusal)['code'],
): Promise<void> {
  if (slips.includes(code)) return;
  const entry = auditEntryOf(deps, caller, 'refuse', circuit);
  const caseId = id === undefined ? {} : { caseId: id };
  await deps.store.commit({ audit: [{ ...entry, ...caseId, note: `case ${tried}: ${code}` }] });
  deps.wake();
}

/** What the gatekeeper said. A refusal is written down. */
export async function noted(
  deps: Pick<CaseDeskDeps, 'store' | 'now' | 'newId' | 'wake'>,
  caller: Caller,
  about: Tried,
  tried: Parameters<typeof noteCaseRefusal>[3],
  allowed: Promise<Result<true, AccessRefusal>>,
): Promise<Result<true, AccessRefusal>> {
  const leave = await allowed;
  if (!leave.ok) await noteCaseRefusal(deps, caller, about, tried, leave.refusal.code);
  return leave;
}
