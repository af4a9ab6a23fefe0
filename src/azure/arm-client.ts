import type { TokenCredential } from '@azure/core-auth';
import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type Pipeline,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { AzureFault } from '../usecases/ports.ts';
import { faultOfAnswer, faultOfSending } from './arm-fault.ts';

/** Who calls: a credential of @azure/identity, or a fixed token for a stand-in on loopback. */
export type ArmAccess =
  | { readonly kind: 'credential'; readonly credential: TokenCredential; readonly scope: string }
  | { readonly kind: 'static'; readonly token: string };

export type ArmClientOptions = {
  /** Without a slash at the end, for instance `https://management.azure.com`. */
  readonly armUrl: string;
  readonly access: ArmAccess;
  readonly timeoutMs?: number;
};

export interface ArmClient {
  /** The body of a 2xx answer as text. `url` is a path below the ARM endpoint or a link that ARM gave. Throws AzureFault. */
  getText(url: string): Promise<string>;
  /** `timeoutMs`: for an answer that is of use only soon. */
  postJson(url: string, body: unknown, timeoutMs?: number): Promise<string>;
}

/**
 * ARM over @azure/core-rest-pipeline, without the SDK on top: bodies come as they were sent (the SDK drops what it
 * does not know), nothing is retried behind our back, links are followed verbatim and only to ARM itself.
 */
export function createArmClient({ armUrl, access, timeoutMs = 30_000 }: ArmClientOptions): ArmClient {
  const pipeline = createPipelineFromOptions({
    retryOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'trunkline' },
  });
  authenticate(pipeline, access);
  const http = createDefaultHttpClient();
  const home = new URL(armUrl);

  async function send(
    method: 'GET' | 'POST',
    url: string,
    body?: string,
    patienceMs = timeoutMs,
  ): Promise<string> {
    const request = createPipelineRequest({
      url: resolve(home, armUrl, url),
      method,
      body,
      headers: createHttpHeaders({
        accept: 'application/json',
        ...(body ? { 'content-type': 'application/json' } : {}),
      }),
      // Not the pipeline's own timeout: that one ends with the headers, and a body that stops would be waited for for ever.
      abortSignal: AbortSignal.timeout(patienceMs),
      allowInsecureConnection: home.protocol === 'http:',
    });
    const answer = await pipeline.sendRequest(http, request).catch((cause: unknown) => {
      throw faultOfSending(cause);
    });
    return textOf(answer);
  }

  return {
    getText: (url) => send('GET', url),
    postJson: (url, body, patienceMs) => send('POST', url, JSON.stringify(body), patienceMs),
  };
}

function textOf(answer: PipelineResponse): string {
  if (answer.status >= 200 && answer.status < 300) return answer.bodyAsText ?? '';
  throw faultOfAnswer(answer.status, answer.headers.get('retry-after'), answer.bodyAsText ?? '');
}

/** Our token goes to ARM only: a link to another origin is refused. */
function resolve(home: URL, armUrl: string, url: string): string {
  if (url.startsWith('/')) return `${armUrl}${url}`;
  if (URL.canParse(url) && new URL(url).origin === home.origin) return url;
  throw new AzureFault(
    'unreadable',
    'Azure answered with a link that does not lead to Azure; it was not followed',
  );
}

function authenticate(pipeline: Pipeline, access: ArmAccess): void {
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
