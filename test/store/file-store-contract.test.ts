import { join } from 'node:path';
import { openFileStore } from '../../src/store/file-store.ts';
import { describeStoreContract } from './contract.ts';
import { scratchFolders } from './support/scratch.ts';

const scratch = scratchFolders();

describeStoreContract('the file store', async () => {
  const path = join(await scratch(), 'state.json');
  const { store } = await openFileStore({ path });
  return {
    store,
    reopen: async () => {
      await store.close();
      return (await openFileStore({ path })).store;
    },
  };
});
