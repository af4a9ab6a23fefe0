import { AzureFault } from '../usecases/ports.ts';

/** Entra ID's codes for a secret, a certificate or a person's sign-in that was good once. */
const endedCodes = ['7000222', '700027', '700082', '70043', '50173'];

/** In the words of @azure/identity and of MSAL below it: nobody was there to refuse. */
const away = /endpoints_resolution_error|network_error|ENOTFOUND|EAI_AGAIN/u;

/**
 * What @azure/identity means when it gives no token: there is nothing to sign in with, or it is refused, or it has ended.
 * Undefined: it is about something else. Its own words go on in the cause alone: they name people and tenants.
 */
export function signInFault(cause: unknown): AzureFault | undefined {
  const name = cause instanceof Error ? cause.name : '';
  if (!/^(Credential|AggregateAuthentication|Authentication)/u.test(name)) return undefined;
  const words = wordsOf(cause);
  const code = /AADSTS(\d{4,8})/u.exec(words)?.[1];
  return !code && away.test(words)
    ? new AzureFault('unreachable', 'Azure’s sign-in did not answer', { cause })
    : new AzureFault('unauthorized', messageFor(code), { cause });
}

function messageFor(code: string | undefined): string {
  const told = code ? ` (AADSTS${code})` : '';
  return code && endedCodes.includes(code)
    ? `The credential for Azure has ended${told}. Give Trunkline a new AZURE_CLIENT_SECRET or certificate, or run \`az login\` again where it uses that`
    : `No token for Azure could be had with the credentials given${told}. Check what Trunkline signs in with: AZURE_CLIENT_ID and its secret or certificate, the managed identity, or \`az login\``;
}

/** DefaultAzureCredential tells what each of its ways said. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  const errors: readonly unknown[] = 'errors' in cause && Array.isArray(cause.errors) ? cause.errors : [];
  return [cause.message, ...errors.map((error) => (error instanceof Error ? error.message : ''))].join('\n');
}
