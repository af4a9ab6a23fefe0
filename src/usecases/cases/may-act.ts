import type { AccessRefusal } from '../../domain/access/grant.ts';
import { answer, type Result } from '../../domain/result.ts';
import { ruleOf } from '../../domain/validation/case/approve.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import type { CaseCommand } from '../../domain/validation/case/command.ts';
import type { CaseDeed } from '../../domain/validation/case/may-begin.ts';
import type { Gatekeeper, Rules } from '../ports.ts';
import { caseRulesOf } from './case-rules.ts';

type Deps = { readonly gatekeeper: Gatekeeper; readonly rules: Pick<Rules, 'policy'> };
type Allowed = Promise<Result<true, AccessRefusal>>;

/** Only of an approval it matters of what. */
type Tried = { readonly kind: CaseDeed } | Pick<Extract<CaseCommand, { kind: 'approve' }>, 'kind' | 'step'>;

/** Operators do, approvers approve; both may comment, send back and ask somebody to go on. */
export async function mayAct(deps: Deps, userId: string, command: Tried, { circuit }: Case): Allowed {
  const { gatekeeper } = deps;
  switch (command.kind) {
    case 'approve': {
      const allowed = await gatekeeper.check(userId, 'approve', circuit);
      const { from } = ruleOf(command.step, caseRulesOf(deps.rules));
      return allowed.ok ? gatekeeper.holds(userId, from, circuit) : allowed;
    }
    case 'comment':
    case 'send-back':
    case 'assign':
      return either(gatekeeper, userId, circuit);
    default:
      return gatekeeper.check(userId, 'case', circuit);
  }
}

/** The refusal names who works on cases. */
export async function either(gatekeeper: Gatekeeper, userId: string, circuit: Case['circuit']): Allowed {
  const working = await gatekeeper.check(userId, 'case', circuit);
  if (working.ok) return working;
  const approving = await gatekeeper.check(userId, 'approve', circuit);
  return approving.ok ? answer(true) : working;
}
