import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { Failure } from '../domain/approval/request.ts';
import { failureIn, retryAfterMs } from './arm-fault.ts';

/** An answer of the 2xx. */
export type ArmAnswer = {
  readonly status: number;
  readonly text: string;
  /** Where the operation can be followed, to the letter; undefined too when the link does not lead to ARM. Signed: never logged. */
  readonly asyncOperation: string | undefined;
  readonly location: string | undefined;
  /** Milliseconds; undefined: Azure did not say. */
  readonly retryAfterMs: number | undefined;
  readonly correlationId: string | undefined;
  /** Azure's words, where it tells of an operation that failed; no keys in them. */
  readonly failure: Failure | undefined;
};

/** `secrets`: values that may not be repeated in a failure, in lower case. */
export function toAnswer(home: URL, answer: PipelineResponse, secrets: ReadonlySet<string>): ArmAnswer {
  const link = (name: string) => {
    const url = answer.headers.get(name);
    return url && isAt(home, url) ? url : undefined;
  };
  const retryAfter = answer.headers.get('retry-after');
  const text = answer.bodyAsText ?? '';
  const correlationId = correlationIdOf(answer);
  return {
    status: answer.status,
    text,
    asyncOperation: link('azure-asyncoperation'),
    location: link('location'),
    retryAfterMs: retryAfter ? retryAfterMs(retryAfter, Date.now()) : undefined,
    correlationId,
    failure: failureIn({ body: text, correlationId, secrets }),
  };
}

/** What Microsoft's support asks for. */
export function correlationIdOf({ headers }: PipelineResponse): string | undefined {
  return headers.get('x-ms-correlation-request-id') ?? headers.get('x-ms-request-id');
}

export function isAt(home: URL, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === home.origin;
}
