import { defaultPolicy } from '../../src/domain/approval/policy.ts';
import type { Intent } from '../../src/domain/operation/intent.ts';
import type { PlanInputs } from '../../src/domain/operation/plan.ts';
import { planIntent } from '../../src/domain/operation/plan-intent.ts';
import { answer } from '../../src/domain/result.ts';
import type { RequestDesk } from '../../src/usecases/requests/request-desk.ts';
import { quietChat } from './quiet-chat.ts';

/** A desk that plans with what it is given, and notes what was asked of it. */
export function planningDesk(inputs: PlanInputs) {
  const asked: Intent[] = [];
  const desk: RequestDesk = {
    ...quietChat().desk,
    propose: async ({ userId }, intent) => {
      asked.push(intent);
      const plan = planIntent(intent, inputs);
      if (!plan.ok) return plan;
      const rule = defaultPolicy[plan.value.policy];
      return answer({ id: 'proposal-1', intent, plan: plan.value, rule, shownIn: { userId } });
    },
  };
  return { desk, asked };
}
