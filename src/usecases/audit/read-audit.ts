import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { circuitsNamed, nameOf } from '../../domain/audit/find-circuits.ts';
import { type AuditQuery, fitsQuery } from '../../domain/audit/query.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { findCircuit } from '../../domain/circuit/find.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { closest } from '../../domain/text/closest.ts';
import { checkPermission, type PermissionDeps } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import type { AuditFile } from './audit-file.ts';
import { type AuditSight, auditSightOf } from './audit-sight.ts';

export type AuditDeps = PermissionDeps & { readonly audit: AuditFile };

/** What the audit trail has to say. */
export type AuditReport = {
  readonly query: AuditQuery;
  /** Names of the circuits that it is about; undefined: none was asked for. */
  readonly circuits: readonly string[] | undefined;
  /** Newest first, at most `shownEntries`. */
  readonly entries: readonly AuditEntry[];
  /** How many fit in all. */
  readonly total: number;
  /** Lines that are not as they were written. */
  readonly unreadable: number;
};

export type AuditRefusal =
  | AccessRefusal
  | { readonly code: 'circuit-unknown'; readonly asked: string; readonly didYouMean?: string };

/** What a message has room for. */
const shownEntries = 20;

/**
 * The newest entries that fit, for those who may look; of people whose role is for some circuits, those of these
 * circuits. What is still on its way to the file belongs to it.
 */
export async function readAudit(
  deps: AuditDeps,
  caller: Caller,
  query: AuditQuery,
): Promise<Result<AuditReport, AuditRefusal>> {
  const leave = await checkPermission(deps, caller, 'audit');
  if (!leave.ok) return leave;
  const due = await deps.store.dueAudit();
  const sight = await auditSightOf(deps, caller.userId, await circuitsOf(deps, due));
  const circuits = query.circuit === undefined ? undefined : circuitsNamed(query.circuit, sight.circuits);
  if (query.circuit !== undefined && circuits?.length === 0)
    return refuseCircuit(deps, caller, query.circuit, sight);
  const wanted = circuits && new Set(circuits);
  const fits = (entry: AuditEntry) => fitsQuery(query, wanted, entry) && sight.sees(entry);
  return answer({ query, circuits: circuits?.map(nameOf), ...(await readFitting(deps, due, fits)) });
}

/** Every circuit that is known or that the trail tells of. */
async function circuitsOf(
  { audit, store }: AuditDeps,
  due: readonly AuditEntry[],
): Promise<readonly CircuitId[]> {
  const ids = new Set((await store.circuits()).map(({ circuit }) => circuit.id));
  const note = ({ circuit }: AuditEntry) => {
    if (circuit) ids.add(circuit.id);
    return false;
  };
  due.forEach(note);
  await audit.read({ fits: note, limit: 0 });
  return [...ids];
}

/** One that they may look at, but not at its past, or one that nobody knows. */
async function refuseCircuit(
  deps: AuditDeps,
  caller: Caller,
  asked: string,
  { circuits }: AuditSight,
): Promise<Result<never, AuditRefusal>> {
  const finding = findCircuit(asked, await deps.store.circuits());
  if (finding.kind === 'one') {
    const leave = await checkPermission(deps, caller, 'audit', finding.known.circuit);
    if (!leave.ok) return leave;
  }
  return refuse({ code: 'circuit-unknown', asked, didYouMean: closest(asked, circuits.map(nameOf)) });
}

async function readFitting(
  { audit }: AuditDeps,
  due: readonly AuditEntry[],
  fits: (entry: AuditEntry) => boolean,
): Promise<Pick<AuditReport, 'entries' | 'total' | 'unreadable'>> {
  const waiting = new Map(due.filter(fits).map((entry) => [entry.id, entry]));
  const written = await audit.read({
    fits: (entry) => {
      waiting.delete(entry.id);
      return fits(entry);
    },
    limit: shownEntries,
  });
  const entries = [...written.entries, ...waiting.values()].slice(-shownEntries).reverse();
  return { entries, total: written.total + waiting.size, unreadable: written.unreadable };
}
