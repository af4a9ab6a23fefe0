import { decideRequest } from './decide-request.ts';
import { createProposalBoard } from './proposal-board.ts';
import { type ProposeDeps, proposeWrite } from './propose-write.ts';
import type { RequestDesk } from './request-desk.ts';
import { submitProposal } from './submit-proposal.ts';

/** Where people ask for changes, and decide about them. */
export function openRequestDesk(options: Omit<ProposeDeps, 'board'>): RequestDesk {
  const deps = { ...options, board: createProposalBoard(options.now) };
  let lastSubmit: Promise<unknown> = Promise.resolve();

  return {
    propose: (caller, intent) => proposeWrite(deps, caller, intent),
    /** One after the other: of two requests for the same thing, the second must see the first. */
    submit(caller, proposalId) {
      const submit = () => submitProposal(deps, caller, proposalId);
      const submitted = lastSubmit.then(submit, submit);
      lastSubmit = submitted;
      return submitted;
    },
    approve: (caller, id) => decideRequest(deps, caller, id, { kind: 'approve', by: caller.userId }),
    reject: (caller, id, reason) =>
      decideRequest(deps, caller, id, { kind: 'reject', by: caller.userId, reason }),
    withdraw: (caller, id) => decideRequest(deps, caller, id, { kind: 'withdraw', by: caller.userId }),
    stopHolding: (caller, id) => decideRequest(deps, caller, id, { kind: 'stop-holding', by: caller.userId }),
  };
}
