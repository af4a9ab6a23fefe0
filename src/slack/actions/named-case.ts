import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import type { Caller } from '../../usecases/caller.ts';
import type { ChatRefusal } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';

/** The case that a button or a form names, if this person may look at its circuit. */
export async function namedCase(
  { userId, channelId }: Caller,
  id: string | undefined,
  deps: ChatDeps,
): Promise<Result<Case, ChatRefusal>> {
  if (!id) return refuse({ code: 'button-unreadable' });
  const it = await deps.whole.case(id);
  if (!it) return refuse({ code: 'case-unknown', id });
  const may = await checkPermission(deps, { userId, channelId }, 'read', it.circuit);
  return may.ok ? answer(it) : may;
}
