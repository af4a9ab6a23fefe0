import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { Result } from '../../domain/result.ts';
import type { Case, EvidenceKind } from '../../domain/validation/case/case.ts';
import type { CaseCommand, CaseRefusal } from '../../domain/validation/case/command.ts';
import type { FileRefusal } from '../../domain/validation/case/file-kind.ts';
import type { CaseDeed } from '../../domain/validation/case/may-begin.ts';
import type { Caller } from '../caller.ts';

type WithoutPerson<C> = C extends { readonly by: string } ? Omit<C, 'by' | 'id'> : never;

/** What a person does with a case, but for what needs a file. Who they are comes from Slack, never from a button. */
export type CaseAct = WithoutPerson<Exclude<CaseCommand, { kind: 'add-file' }>>;

export type OpenRefusal =
  | { readonly code: 'case-circuit-unknown' }
  /** It advertises no public prefixes. */
  | { readonly code: 'case-nothing-to-validate'; readonly name: string }
  | { readonly code: 'case-all-validated'; readonly name: string }
  /** Trunkline is in no channel where the case could stand. */
  | { readonly code: 'case-channel-missing' };

export type AttachRefusal =
  | FileRefusal
  /** Slack has it no more, or it is too large to be read. */
  | { readonly code: 'case-file-gone' };

/** A file that somebody put into a form. */
export type Upload = { readonly slackFileId: string; readonly kind: EvidenceKind };

/** What goes to Microsoft when a person does it: the text as it was approved, and files. */
export type CasePackage = {
  readonly it: Case;
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
};

type Answered<R> = Promise<Result<Case, R | CaseRefusal | AccessRefusal>>;

/** Everything that people do with cases of manual validation. */
export interface CaseDesk {
  /** The one that is open already, if there is. `isNew`: it was opened by this. */
  open(
    caller: Caller,
    circuitId: CircuitId,
  ): Promise<Result<{ readonly it: Case; readonly isNew: boolean }, OpenRefusal | AccessRefusal>>;
  /** Whether it is worth asking somebody for what the deed needs: a form, a file. */
  begin(caller: Caller, caseId: string, deed: CaseDeed): Answered<never>;
  /** `formId`: of the form that was filled in. What Microsoft is told in it is told once, however often it is sent. */
  act(caller: Caller, caseId: string, act: CaseAct, formId?: string): Answered<never>;
  attach(caller: Caller, caseId: string, upload: Upload): Answered<AttachRefusal>;
  /** `fileIds`: only these. */
  pack(
    caller: Caller,
    caseId: string,
    fileIds?: readonly string[],
  ): Promise<Result<CasePackage, CaseRefusal | AccessRefusal>>;
}
