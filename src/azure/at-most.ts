import { AzureFault } from '../usecases/ports.ts';

/**
 * Lets `limit` calls be under way and refuses others at once: what does not answer is not asked ever more questions.
 * Throws AzureFault.
 */
export function atMost<A extends readonly unknown[], R>(
  limit: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let underWay = 0;
  return async (...args) => {
    if (underWay >= limit) {
      throw new AzureFault('unavailable', 'Azure has not answered yet what it was asked before');
    }
    underWay += 1;
    try {
      return await call(...args);
    } finally {
      underWay -= 1;
    }
  };
}
