import type { CaseRules } from '../../domain/validation/case/command.ts';
import type { Rules } from '../ports.ts';

/** What the policy asks for now. */
export function caseRulesOf(rules: Pick<Rules, 'policy'>): CaseRules {
  const policy = rules.policy();
  return { step: policy.case, ticket: policy.ticket };
}
