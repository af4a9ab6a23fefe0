import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { AzureFault } from '../usecases/ports.ts';
import { type ArmAnswer, correlationIdOf, isAt, toAnswer } from './arm-answer.ts';
import { faultOfAnswer, faultOfSending } from './arm-fault.ts';
import { type ArmAccess, authenticate } from './authenticate.ts';
import { createSecretMemory } from './secret-memory.ts';
import { type Watch, watchQuestion } from './sight.ts';

export type ArmClientOptions = {
  /** Without a slash at the end, for instance `https://management.azure.com`. */
  readonly armUrl: string;
  readonly access: ArmAccess;
  readonly timeoutMs?: number;
  /** Who is told of every answer, and of every question that had none. */
  readonly watch?: Watch;
};

export interface ArmClient {
  /** The body of a 2xx answer as text. `url` is a path below the ARM endpoint or a link that ARM gave. Throws AzureFault. */
  getText(url: string): Promise<string>;
  /** `timeoutMs`: for an answer that is of use only soon. */
  postJson(url: string, body: unknown, timeoutMs?: number): Promise<string>;
  /**
   * The whole of a 2xx answer. Keys in the request and in the answer are remembered, so that no fault repeats them.
   * Throws AzureFault.
   */
  ask(question: ArmQuestion): Promise<ArmAnswer>;
}

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

export type ArmQuestion = {
  readonly method: Method;
  readonly url: string;
  readonly body?: unknown;
  /** Carried out only while the resource has this etag. */
  readonly ifMatch?: string;
  /** Carried out only when there is no such resource. */
  readonly ifAbsent?: true;
  /** How long the answer is waited for, when that is less than usual. */
  readonly patienceMs?: number;
};

/**
 * ARM over @azure/core-rest-pipeline, without the SDK on top: bodies come as they were sent (the SDK drops what it
 * does not know), nothing is retried behind our back, links are followed verbatim and only to ARM itself.
 */
export function createArmClient({ armUrl, access, timeoutMs = 30_000, watch }: ArmClientOptions): ArmClient {
  const pipeline = createPipelineFromOptions({
    retryOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'trunkline' },
  });
  authenticate(pipeline, access);
  const http = createDefaultHttpClient();
  const home = new URL(armUrl);
  const secrets = createSecretMemory();

  async function send(question: ArmQuestion, patienceMs = timeoutMs): Promise<PipelineResponse> {
    const body = question.body === undefined ? undefined : JSON.stringify(question.body);
    // An operation that was taken on may still fail, with words about what was sent.
    if (body) secrets.learn(body);
    const request = createPipelineRequest({
      url: resolve(home, armUrl, question.url),
      method: question.method,
      body,
      headers: createHttpHeaders({ accept: 'application/json', ...headersOf(question) }),
      // Not the pipeline's own timeout: that one ends with the headers, and a body that stops would be waited for for ever.
      abortSignal: AbortSignal.timeout(patienceMs),
      allowInsecureConnection: home.protocol === 'http:',
    });
    const tell = watchQuestion(watch, question.method);
    const answer = await pipeline.sendRequest(http, request).catch((cause: unknown) => {
      tell(undefined);
      throw faultOfSending(cause);
    });
    tell(answer);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw faultOfAnswer({
      status: answer.status,
      body: answer.bodyAsText ?? '',
      retryAfter: answer.headers.get('retry-after'),
      correlationId: correlationIdOf(answer),
      secrets: secrets.known,
    });
  }

  async function textOf(question: ArmQuestion, patienceMs?: number): Promise<string> {
    return (await send(question, patienceMs)).bodyAsText ?? '';
  }

  return {
    getText: (url) => textOf({ method: 'GET', url }),
    postJson: (url, body, patienceMs) => textOf({ method: 'POST', url, body }, patienceMs),
    async ask(question) {
      const answer = await send(question, patienceOf(question, timeoutMs));
      secrets.learn(answer.bodyAsText ?? '');
      return toAnswer(home, answer, secrets.known);
    },
  };
}

function patienceOf({ patienceMs = Number.POSITIVE_INFINITY }: ArmQuestion, usualMs: number): number {
  return Math.max(1, Math.ceil(Math.min(patienceMs, usualMs)));
}

function headersOf({ body, ifMatch, ifAbsent }: ArmQuestion): Record<string, string> {
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(ifMatch ? { 'if-match': ifMatch } : {}),
    ...(ifAbsent ? { 'if-none-match': '*' } : {}),
  };
}

/** Our token goes to ARM only: a link to another origin is refused. */
function resolve(home: URL, armUrl: string, url: string): string {
  if (url.startsWith('/')) return `${armUrl}${url}`;
  if (isAt(home, url)) return url;
  throw new AzureFault(
    'unreadable',
    'Azure answered with a link that does not lead to Azure; it was not followed',
  );
}
