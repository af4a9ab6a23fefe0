/** Keeps a file that fits, then one that does not. Run under a file size limit. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createCaseFiles } from '../../../src/store/case-files.ts';
import { StoreFault } from '../../../src/usecases/store.ts';

const [, , folder = ''] = process.argv;
// Who writes past the limit is also sent this, and would die of it.
process.on('SIGXFSZ', () => {});
const files = createCaseFiles(folder);
await files.keep('CASE-1', 'small', new Uint8Array(100));
const fault: unknown = await files.keep('CASE-1', 'large', new Uint8Array(100_000)).catch((cause) => cause);
if (!(fault instanceof StoreFault)) throw new Error('no fault', { cause: fault });
const left = await readdir(join(folder, 'CASE-1'));
process.stdout.write(`${JSON.stringify({ kind: fault.kind, message: fault.message, left })}\n`);
