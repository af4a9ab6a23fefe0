import type { AuditEntry } from '../../domain/audit/entry.ts';

/** The append-only, hash-chained file beside the store. */
export interface AuditFile {
  /** Appends those whose id is not there yet, in this order, and makes them durable. Throws AuditFault. */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** Throws AuditFault. */
  read(query: { readonly fits: (entry: AuditEntry) => boolean; readonly limit: number }): Promise<AuditPage>;
}

export type AuditPage = {
  /** The newest that fit, oldest first. */
  readonly entries: readonly AuditEntry[];
  /** How many fit in all. */
  readonly total: number;
  /** Lines that are not as they were written, so that nobody knows whether they fit. */
  readonly unreadable: number;
};
