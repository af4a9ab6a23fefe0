import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { CaseCommand, CaseRefusal } from '../../domain/validation/case/command.ts';
import type { Caller } from '../caller.ts';
import { moverOf } from './act-on-case.ts';
import type { CaseDeskDeps } from './desk-deps.ts';

/** A form that was filled in wrongly is nothing that was refused to somebody. */
const slips: readonly string[] = ['case-text-missing', 'case-text-too-long', 'case-number-malformed'];

/** Writes down in the audit trail that somebody was refused. */
export async function noteCaseRefusal(
  { store, now, newId, wake }: Pick<CaseDeskDeps, 'store' | 'now' | 'newId' | 'wake'>,
  caller: Caller,
  /** `id` absent: there is no case yet. */
  { id, circuit }: { readonly id?: string; readonly circuit: Pick<CircuitAddress, 'id' | 'name'> },
  tried: CaseCommand['kind'] | 'open' | 'package',
  code: (CaseRefusal | AccessRefusal)['code'],
): Promise<void> {
  if (slips.includes(code)) return;
  const { userId, channelId } = moverOf(caller);
  const entry = {
    id: newId(),
    at: now(),
    by: userId,
    ...(channelId === undefined ? {} : { channelId }),
    act: 'refuse',
    ...(id === undefined ? {} : { caseId: id }),
    circuit: { id: circuit.id, name: circuit.name },
    note: `case ${tried}: ${code}`,
  } as const;
  await store.commit({ audit: [entry] });
  wake();
}
