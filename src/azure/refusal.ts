import { AzureFault, type AzureFaultKind } from '../usecases/ports.ts';

/** What Azure would do but must not, refused before it is asked. `code`: ours, in the form of Azure's. */
export function refusal(code: string, message: string, kind: AzureFaultKind = 'refused'): AzureFault {
  return new AzureFault(kind, message, { failure: { code, message, details: [] } });
}
