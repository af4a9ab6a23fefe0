import type { Ask, RequestCommand, StepCommand } from '../../src/domain/approval/command.ts';
import { decide } from '../../src/domain/approval/decide.ts';
import { decideStep } from '../../src/domain/approval/decide-step.ts';
import { advance } from '../../src/domain/approval/evolve.ts';
import type { Rule } from '../../src/domain/approval/policy.ts';
import type { Request } from '../../src/domain/approval/request.ts';
import type { Plan } from '../../src/domain/operation/plan.ts';
import { t0 } from './a-circuit.ts';
import { aResizeIntent } from './an-intent.ts';

export const omar = 'U0OMAR0001';
export const ana = 'U0ANA00001';
export const adam = 'U0ADAM0001';
export const approvalsChannel = 'C0APPROVAL';
export const netops = 'C0NETOPS001';

/** One approval of somebody else, within a day. */
export function aRule(overrides: Partial<Rule> = {}): Rule {
  return {
    approvals: 1,
    from: 'approver',
    requesterMayApprove: false,
    expiresAfterMs: 86_400_000,
    ...overrides,
  };
}

/** From 200 Mbps to 1 Gbps in one step. */
export function aPlan(overrides: Partial<Plan> = {}): Plan {
  return {
    changes: [{ field: 'Bandwidth', before: '200 Mbps', after: '1 Gbps' }],
    seen: [{ name: 'Provider state', value: 'Provisioned' }],
    cautions: ['bandwidth-is-one-way'],
    policy: 'resize',
    steps: [{ kind: 'change-circuit', bandwidthMbps: 1_000 }],
    ...overrides,
  };
}

/** Omar wants it, asked in #netops. */
export function anAsk(overrides: Partial<Ask> = {}): Ask {
  return {
    id: 'R-7K2Q9M',
    intent: aResizeIntent(),
    plan: aPlan(),
    rule: aRule(),
    requestedBy: omar,
    askedIn: netops,
    shownIn: { channelId: approvalsChannel },
    ...overrides,
  };
}

/** A request after these commands, the last of which is given at `now`; a command that is refused is a mistake of the test. */
export function aRequest(
  ask: Partial<Ask> = {},
  commands: readonly (Exclude<RequestCommand, { kind: 'request' }> | StepCommand)[] = [],
  now = t0,
): Request {
  const begun = decide({ kind: 'request', ask: anAsk(ask) }, undefined, t0);
  if (!begun.ok) throw new Error(begun.refusal.code);
  return commands.reduce(
    (request, command) => afterCommand(request, command, now),
    advance(undefined, begun.value),
  );
}

export function afterCommand(
  request: Request,
  command: Exclude<RequestCommand, { kind: 'request' }> | StepCommand,
  now = t0,
): Request {
  const decided = isStep(command) ? decideStep(command, request, now) : decide(command, request, now);
  if (!decided.ok) throw new Error(`${command.kind}: ${decided.refusal.code}`);
  return advance(request, decided.value);
}

export function isStep(command: RequestCommand | StepCommand): command is StepCommand {
  return !['request', 'approve', 'reject', 'withdraw', 'stop-holding', 'expire'].includes(command.kind);
}
