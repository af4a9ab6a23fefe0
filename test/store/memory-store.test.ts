import { createMemoryStore } from '../../src/store/memory-store.ts';
import { describeStoreContract } from './contract.ts';

describeStoreContract('the memory store', async () => ({ store: createMemoryStore() }));
