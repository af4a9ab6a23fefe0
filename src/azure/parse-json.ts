import { AzureFault } from '../usecases/ports.ts';

/** Throws AzureFault. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AzureFault('unreadable', 'Azure answered with something that is not JSON', { cause });
  }
}
