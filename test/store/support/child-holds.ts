/** Opens the store at the path given, says how that went, and holds it until its input ends. */
import { openFileStore } from '../../../src/store/file-store.ts';
import { StoreFault } from '../../../src/usecases/store.ts';

const [, , path = ''] = process.argv;
try {
  const { store } = await openFileStore({ path });
  process.stdout.write('held\n');
  process.stdin.resume().once('end', () => void store.close());
} catch (cause) {
  if (!(cause instanceof StoreFault)) throw cause;
  process.stdout.write(`${cause.kind}: ${cause.message}\n`);
}
