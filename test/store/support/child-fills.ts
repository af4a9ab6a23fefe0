/** Commits ever more until a commit is refused, then says what was kept. Run under a file size limit. */
import { openFileStore } from '../../../src/store/file-store.ts';
import { StoreFault } from '../../../src/usecases/store.ts';
import { anOwed } from './builders.ts';

const [, , path = ''] = process.argv;
// Who writes past the limit is also sent this, and would die of it.
process.on('SIGXFSZ', () => {});
const { store } = await openFileStore({ path });
let fault: StoreFault | undefined;
for (let number = 0; fault === undefined; number++) {
  await store.commit({ owe: [anOwed(`key-${number}`)] }).catch((cause) => {
    if (!(cause instanceof StoreFault)) throw cause;
    fault = cause;
  });
}
const kept = (await store.owed()).length;
await store.close();
process.stdout.write(`${JSON.stringify({ kind: fault.kind, message: fault.message, kept })}\n`);
