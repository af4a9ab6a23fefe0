import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { CasePreflight } from '../../domain/validation/case/case.ts';
import type { CaseTimes } from '../../domain/validation/case/pass-time.ts';
import type { AzureWriter, Gatekeeper, Log, Now, Rules } from '../ports.ts';
import type { CaseFiles } from '../validation/files.ts';
import type { Contact, SupportDesk, TicketSeverity } from '../validation/support.ts';
import type { MoveDeps } from './move-case.ts';

/** What the registries say of a circuit's prefixes: for the case, and in full for its file. */
export type CasePreflightReport = Pick<CasePreflight, 'at' | 'verdicts' | 'silent'> & {
  readonly text: string;
};

export type SupportSettings = {
  /** Undefined: nobody said whom Microsoft may contact, so tickets are opened by hand. */
  readonly contact: () => Contact | undefined;
  readonly severity: TicketSeverity;
  /** Words that the problem classification's name must hold. */
  readonly problem: string;
};

export type CaseRunDeps = MoveDeps & {
  readonly azure: Pick<AzureWriter, 'readCircuit'>;
  readonly support: SupportDesk;
  readonly settings: SupportSettings;
  readonly caseFiles: CaseFiles;
  readonly gatekeeper: Pick<Gatekeeper, 'holds'>;
  readonly rules: Pick<Rules, 'policy'>;
  /** Undefined: the circuit advertises nothing any more. */
  readonly preflight: (circuit: CircuitAddress) => Promise<CasePreflightReport | undefined>;
  readonly times: Omit<CaseTimes, 'rules'> & { readonly keepFilesMs: number };
  /** How long Microsoft's answers are left alone between two looks, milliseconds. */
  readonly mirrorMs: number;
  readonly now: Now;
  readonly newId: () => string;
  readonly log: Log;
};
