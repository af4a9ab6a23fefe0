import type { AddressFamily } from '../peering/peering.ts';
import type { PrefixState } from '../peering/prefix-states.ts';
import type { PrefixEvidence } from './evidence.ts';
import type { ListFinding, Reason } from './preflight-reason.ts';
import type { Todo } from './preflight-todo.ts';

/** Will Azure validate these prefixes by itself? */
export type PreflightQuestion = {
  /** Absent: Azure does not tell it, as in the middle of a write. */
  readonly peerAsn?: number;
  /** The names under which registries know us; none: whose a prefix is cannot be judged. */
  readonly organizationNames: readonly string[];
  readonly prefixes: readonly AskedPrefix[];
};

/** A prefix as the peering has it. AS number and registry are its address family's: Azure keeps them of each. */
export type AskedPrefix = {
  readonly prefix: string;
  readonly family: AddressFamily;
  /** Absent or 0: the peer AS number is the origin. */
  readonly customerAsn?: number;
  readonly routingRegistry?: string;
  /** What Azure says of it now. */
  readonly state?: PrefixState;
  readonly isSigned?: boolean;
};

/**
 * `automatic`: Azure will most likely validate it by itself. `sign`: whoever edits the registration can prove it.
 * `unclear`: somebody who would decide was silent. `manual`: by a support ticket. `fails`: it will not be validated so.
 * The worst comes first.
 */
export const preflightVerdicts = ['fails', 'manual', 'unclear', 'sign', 'automatic'] as const;
export type PreflightVerdict = (typeof preflightVerdicts)[number];

/** What follows from all that is known of one prefix: what decided stands first among the reasons. */
export type PreflightFinding = {
  readonly verdict: PreflightVerdict;
  readonly reasons: readonly [Reason, ...Reason[]];
  /** The one thing to do. */
  readonly todo: Todo;
};

export type JudgedPrefix = PreflightFinding & {
  readonly asked: AskedPrefix;
  readonly evidence: PrefixEvidence;
};

export type Judged = {
  readonly question: PreflightQuestion;
  /** What is wrong with the list as such. */
  readonly findings: readonly ListFinding[];
  /** The worst first; those that Microsoft has accepted already come last among their like. */
  readonly prefixes: readonly JudgedPrefix[];
};
