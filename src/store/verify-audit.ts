import { AuditFault } from '../usecases/audit/audit-fault.ts';
import { checkChain, type Verdict } from './audit/check-chain.ts';
import { readHead } from './audit/head.ts';
import { linesOf } from './audit/lines-of.ts';
import { failureOf } from './file-fault.ts';

/**
 * Whether a trail is as it was written. It may be while Trunkline writes: the head is read first, so that the file has at
 * least what the head knows. Throws AuditFault.
 */
export async function verifyAudit(path: string): Promise<Verdict> {
  try {
    const head = await readHead(path);
    return await checkChain(linesOf(path), head);
  } catch (cause) {
    throw new AuditFault('unreadable', failureOf(path, 'The audit trail could not be read from', cause), {
      cause,
    });
  }
}
