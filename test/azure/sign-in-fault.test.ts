import {
  AggregateAuthenticationError,
  AuthenticationError,
  AuthenticationRequiredError,
  CredentialUnavailableError,
} from '@azure/identity';
import { describe, expect, test } from 'vitest';
import { createArmClient } from '../../src/azure/arm-client.ts';

/** What a call is told when the credential throws this. */
function asking(error: Error) {
  const getToken = async () => {
    throw error;
  };
  const scope = 'https://management.azure.com/.default';
  const access = { kind: 'credential', credential: { getToken }, scope } as const;
  return createArmClient({ armUrl: 'https://127.0.0.1:1', access }).getText('/x');
}

function entraError(error_description: string) {
  return new AuthenticationError(401, { error: 'invalid_client', error_description });
}

const ended =
  'AADSTS7000222: The provided client secret keys for app ‘a-tenants-app’ are expired. Visit the Azure portal.';

describe('a credential that gives no token', () => {
  test.each([
    ['is not there', new CredentialUnavailableError('No managed identity endpoint found.')],
    ['needs a person', new AuthenticationRequiredError({ scopes: ['x'] })],
    ['is refused', entraError('AADSTS7000215: Invalid client secret provided.')],
    [
      'is none of those tried',
      new AggregateAuthenticationError([new CredentialUnavailableError('Azure CLI not found.')]),
    ],
  ])('because it %s is unauthorized, with what to check', async (_, error) => {
    await expect(asking(error)).rejects.toMatchObject({
      kind: 'unauthorized',
      message: expect.stringMatching(/^No token for Azure could be had.*Check what Trunkline signs in with/u),
    });
  });

  test.each([
    ['itself', entraError(ended)],
    [
      'among others',
      new AggregateAuthenticationError([new CredentialUnavailableError('x'), entraError(ended)]),
    ],
  ])('because it has ended, told by %s, says so and what to renew, and repeats no name', async (_, error) => {
    await expect(asking(error)).rejects.toMatchObject({
      kind: 'unauthorized',
      message:
        'The credential for Azure has ended (AADSTS7000222). Give Trunkline a new AZURE_CLIENT_SECRET or certificate, or run `az login` again where it uses that',
    });
  });

  test('because nobody was there to ask is unreachable, not refused', async () => {
    const error = new CredentialUnavailableError('endpoints_resolution_error: Endpoints cannot be resolved');
    await expect(asking(error)).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'Azure’s sign-in did not answer',
    });
  });
});
