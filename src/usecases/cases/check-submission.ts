import type { AccessRefusal } from '../../domain/access/grant.ts';
import { ruleOf } from '../../domain/validation/case/approve.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import { factsOf } from '../../domain/validation/case/facts.ts';
import { submissionCheck } from '../../domain/validation/case/read-facts.ts';
import { caseRulesOf } from './case-rules.ts';
import type { CaseRunDeps } from './run-deps.ts';
import { byHand, type Found } from './submit-ticket.ts';

/** Azure is asked anew, and the roles of those who approved: nothing goes to Microsoft on what was true yesterday. */
export async function checkSubmission(deps: CaseRunDeps, it: Case): Promise<Found> {
  const sight = await deps.azure.readCircuit(it.circuit);
  const facts = sight && factsOf(sight.circuit);
  const rules = caseRulesOf(deps.rules);
  const lost = await lostRole(deps, it);
  if (lost === 'groups-unreadable') return { again: deps.now() + groupsRetryMs };
  if (lost) {
    const reason = 'one of those who approved it may not approve any more';
    return { events: (_, at) => [{ kind: 'sent-back', at, step: 'ticket-text', reason }] };
  }
  const hasContact = deps.settings.contact() !== undefined;
  return {
    events: (latest, at) => {
      const events = submissionCheck(latest, facts, rules, at);
      const goesOn = events.some(({ kind }) => kind === 'submission-moved');
      if (!goesOn || hasContact) return events;
      const seen = events.filter(({ kind }) => kind !== 'submission-moved');
      const handed = byHand('no-contact');
      return 'events' in handed ? [...seen, ...handed.events(latest, at)] : seen;
    },
  };
}

/** Slack does not tell who is in a user group: that takes nobody's role away. */
const groupsRetryMs = 30_000;

/** Why an approval that was given does not count any more; undefined: all do. */
async function lostRole(
  { gatekeeper, rules }: CaseRunDeps,
  { steps, circuit }: Case,
): Promise<AccessRefusal['code'] | undefined> {
  const { submission } = steps;
  const { from } = ruleOf('submission', caseRulesOf(rules));
  for (const { by } of 'approvals' in submission ? submission.approvals : []) {
    const holds = await gatekeeper.holds(by, from, circuit);
    if (!holds.ok) return holds.refusal.code;
  }
  return undefined;
}
