import type { TokenCredential } from '@azure/core-auth';
import { bearerTokenAuthenticationPolicy, type Pipeline } from '@azure/core-rest-pipeline';

/** Who calls: a credential of @azure/identity, or a fixed token for a stand-in on loopback. */
export type ArmAccess =
  | { readonly kind: 'credential'; readonly credential: TokenCredential; readonly scope: string }
  | { readonly kind: 'static'; readonly token: string };

export function authenticate(pipeline: Pipeline, access: ArmAccess): void {
  if (access.kind === 'credential') {
    pipeline.addPolicy(
      bearerTokenAuthenticationPolicy({ credential: access.credential, scopes: access.scope }),
    );
    return;
  }
  // The stock policy refuses http; a stand-in on loopback has nothing else.
  pipeline.addPolicy({
    name: 'staticToken',
    sendRequest(request, next) {
      request.headers.set('authorization', `Bearer ${access.token}`);
      return next(request);
    },
  });
}
