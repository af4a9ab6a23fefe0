import { z } from 'zod';
import {
  defaultPolicy,
  type Policy,
  type PolicyLine,
  policyLines,
  type Rule,
} from '../domain/approval/policy.ts';
import { answer, type Result } from '../domain/result.ts';
import { parseText, strict } from './schema.ts';

const hourMs = 3_600_000;
const mostApprovals = 10;
const mostHours = 720;

const approvals = `must be a whole number from 0 (whoever asks confirms alone) to ${mostApprovals}`;
const hours = `must be a whole number of hours from 1 to ${mostHours}`;

/** What is left out stays as it is by default. */
const RuleText = strict({
  approvals: z.int(approvals).min(0, approvals).max(mostApprovals, approvals).optional(),
  // Those who may approve at all; a rule that asks for another role could never be met.
  from: z.enum(['approver', 'admin'], 'must be approver or admin').optional(),
  requesterMayApprove: z.boolean('must be true or false').optional(),
  expiresAfterHours: z.int(hours).min(1, hours).max(mostHours, hours).optional(),
});

const rulesByKey = Object.fromEntries(policyLines.map((key) => [key, RuleText.optional()])) as Record<
  PolicyLine,
  z.ZodOptional<typeof RuleText>
>;

const PolicyFile = strict({ approvals: strict(rulesByKey) });

/** Reads the text of POLICY_FILE. */
export function parsePolicy(text: string): Result<Policy, readonly string[]> {
  const file = parseText(PolicyFile, text);
  if (!file.ok) return file;
  const given = file.value.approvals;
  const entries = policyLines.map((key) => [key, ruleOf(given[key], defaultPolicy[key])] as const);
  return answer(Object.fromEntries(entries) as Policy);
}

function ruleOf(given: z.infer<typeof RuleText> | undefined, byDefault: Rule): Rule {
  const { expiresAfterHours, ...rest } = given ?? {};
  return {
    ...byDefault,
    ...rest,
    ...(expiresAfterHours === undefined ? {} : { expiresAfterMs: expiresAfterHours * hourMs }),
  };
}
