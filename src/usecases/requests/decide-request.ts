import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { CommandRefusal, RequestCommand } from '../../domain/approval/command.ts';
import { decide } from '../../domain/approval/decide.ts';
import type { Request } from '../../domain/approval/request.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Caller } from '../caller.ts';
import { notOvertaken } from '../not-overtaken.ts';
import type { Gatekeeper } from '../ports.ts';
import { mayApprove } from './may-approve.ts';
import { moveRequest } from './move-request.ts';
import { type NoteDeps, noteRefusal } from './note-refusal.ts';

export type DecideDeps = NoteDeps & { readonly gatekeeper: Gatekeeper };
export type Decided = Result<Request, AccessRefusal | CommandRefusal>;

type PersonCommand = Exclude<RequestCommand, { kind: 'request' | 'expire' }>;

/** What somebody does with a request that is there. A refusal is in the audit trail too. */
export async function decideRequest(
  deps: DecideDeps,
  { userId, channelId }: Caller,
  requestId: string,
  command: PersonCommand,
): Promise<Decided> {
  return notOvertaken(async () => {
    const request = await deps.store.request(requestId);
    if (!request) return refuse({ code: 'request-gone' });
    const allowed = await mayDo(deps, userId, command, request);
    const at = deps.now();
    const decided = allowed.ok ? decide(command, request, at) : allowed;
    if (!decided.ok) {
      await note(deps, { userId, channelId }, command, request, decided.refusal.code);
      return decided;
    }
    return answer(await moveRequest(deps, request, decided.value, at, { userId, channelId }));
  });
}

/** Only the requester withdraws, which the decision itself knows. */
async function mayDo(
  { gatekeeper }: DecideDeps,
  userId: string,
  { kind }: PersonCommand,
  request: Request,
): Promise<Result<true, AccessRefusal>> {
  switch (kind) {
    case 'approve':
    case 'reject':
      return mayApprove(gatekeeper, userId, request);
    case 'stop-holding':
      return gatekeeper.check(userId, request.intent.operation, request.intent.target);
    case 'withdraw':
      return answer(true);
  }
}

/** A form filled in wrongly is nothing that was refused to somebody. */
async function note(
  deps: DecideDeps,
  caller: Caller,
  { kind }: PersonCommand,
  { intent, id }: Request,
  code: (AccessRefusal | CommandRefusal)['code'],
): Promise<void> {
  if (code === 'reason-missing' || code === 'reason-too-long') return;
  await noteRefusal(deps, caller, kind, intent, code, id);
}
