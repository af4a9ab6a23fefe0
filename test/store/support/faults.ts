import { expect } from 'vitest';
import { StoreFault } from '../../../src/usecases/store.ts';

/** The fault that a promise ends in; anything else fails the test. */
export async function faultOf(promise: Promise<unknown>): Promise<StoreFault> {
  const end = await promise.then(
    () => 'no fault at all',
    (cause: unknown) => cause,
  );
  if (end instanceof StoreFault) return end;
  expect.fail(`wanted a StoreFault, got ${end}`);
}
