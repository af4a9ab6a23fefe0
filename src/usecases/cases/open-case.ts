import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { Mover } from '../../domain/approval/trail.ts';
import { addressOf, type CircuitId } from '../../domain/circuit/circuit-id.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { type Case, type OpenReason, unsettled } from '../../domain/validation/case/case.ts';
import { factsOf, reasonToOpen } from '../../domain/validation/case/facts.ts';
import { caseMessages } from '../../domain/validation/case/messages.ts';
import { type CaseBeginning, firstEntries, newCase } from '../../domain/validation/case/open-case.ts';
import type { Caller } from '../caller.ts';
import { freeShortId } from '../short-id.ts';
import type { OpenRefusal } from './case-desk.ts';
import type { CaseDeskDeps } from './desk-deps.ts';
import { noted } from './note-case-refusal.ts';

type Opened = { readonly it: Case; readonly isNew: boolean };

/** Somebody wants a case for a circuit: the one that is open, or a new one. Not to be called twice at a time. */
export async function openCase(
  deps: CaseDeskDeps,
  caller: Caller,
  circuitId: CircuitId,
): Promise<Result<Opened, OpenRefusal | AccessRefusal>> {
  const known = await deps.store.circuit(circuitId);
  if (!known) return refuse({ code: 'case-circuit-unknown' });
  const { circuit } = known;
  const leave = deps.gatekeeper.check(caller.userId, 'case', circuit);
  const allowed = await noted(deps, caller, { circuit }, 'open', leave);
  if (!allowed.ok) return allowed;
  const there = (await deps.store.cases()).find((one) => one.circuit.id === circuitId);
  if (there) return answer({ it: there, isNew: false });
  const facts = factsOf(circuit);
  if (!facts) return refuse({ code: 'case-nothing-to-validate', name: circuit.name });
  if (unsettled({ facts }).length === 0) return refuse({ code: 'case-all-validated', name: circuit.name });
  const channelId = await placeOf(deps, [deps.approvalsChannel, caller.channelId]);
  if (channelId === undefined) return refuse({ code: 'case-channel-missing' });
  const why: OpenReason = reasonToOpen(circuit) ?? 'asked';
  const beginning = { circuit: addressOf(circuit), facts, why, by: caller.userId, channelId };
  return answer({ it: await beginCase(deps, beginning, caller), isNew: true });
}

/** Approvers look at the approvals channel; else where the bot is. */
export async function placeOf(
  { channels }: Pick<CaseDeskDeps, 'channels'>,
  wishes: readonly (string | undefined)[],
): Promise<string | undefined> {
  for (const wish of wishes) {
    if (wish !== undefined && (await channels.standing(wish)).kind === 'member') return wish;
  }
  return undefined;
}

export async function beginCase(
  { store, wake, now, newId }: Pick<CaseDeskDeps, 'store' | 'wake' | 'now' | 'newId'>,
  beginning: Omit<CaseBeginning, 'id'>,
  mover: Mover = {},
): Promise<Case> {
  const at = now();
  const isTaken = async (id: string) => (await store.case(id)) !== undefined;
  const it = newCase({ ...beginning, id: await freeShortId('CASE', newId, isTaken) }, at);
  const { id, name } = it.circuit;
  await store.commit({
    putCases: [it],
    owe: caseMessages({ before: undefined, after: it, events: firstEntries(at), at }),
    audit: [
      {
        id: `${it.id}.1`,
        at,
        ...(mover.userId === undefined ? {} : { by: mover.userId }),
        ...(mover.channelId === undefined ? {} : { channelId: mover.channelId }),
        act: 'case-open',
        caseId: it.id,
        circuit: { id, name },
        note: it.opened.why,
      },
    ],
  });
  wake();
  return it;
}
