/** The audit trail cannot be written or read. The message says why and what to do. */
export class AuditFault extends Error {
  readonly kind: 'unwritable' | 'unreadable';
  constructor(kind: AuditFault['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AuditFault';
    this.kind = kind;
  }
}
