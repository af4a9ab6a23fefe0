/** Appends ever more to the audit file at the path given until one is refused, then says what was kept. */
import { createAuditFile } from '../../../src/store/audit-file.ts';
import { AuditFault } from '../../../src/usecases/audit/audit-fault.ts';
import { anEntry } from './request-builders.ts';

const [, , path = ''] = process.argv;
// Who writes past the limit is also sent this, and would die of it.
process.on('SIGXFSZ', () => {});
const file = createAuditFile(path, { now: Date.now });
let fault: AuditFault | undefined;
let kept = 0;
while (fault === undefined) {
  // Long, so that the one that is refused is taken in part.
  const entry = anEntry(`e-${kept}`, { note: 'x'.repeat(1_500) });
  await file.append([entry]).then(
    () => kept++,
    (cause) => {
      if (!(cause instanceof AuditFault)) throw cause;
      fault = cause;
    },
  );
}
process.stdout.write(`${JSON.stringify({ kind: fault.kind, message: fault.message, kept })}\n`);
