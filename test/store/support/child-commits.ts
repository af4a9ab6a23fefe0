/** Commits number after number to the store at the path given, and says each one when it is acknowledged. */
import { openFileStore } from '../../../src/store/file-store.ts';
import { anOwed } from './builders.ts';

const [, , path = ''] = process.argv;
const { store } = await openFileStore({ path });
for (let number = (await store.owed()).length; ; number++) {
  const suspension = { channelId: `C${number}`, reason: 'gone', since: number } as const;
  await store.commit({ owe: [anOwed(`${number}`)], putSuspensions: [suspension] });
  process.stdout.write(`${number}\n`);
}
