import type { Failure } from '../../../domain/approval/request.ts';
import type { Operation } from '../../../domain/operation/operation.ts';
import { lines, type Mrkdwn, md, nothing, whole } from '../mrkdwn.ts';
import { type KnownFailure, knownFailures } from './known-failures.ts';
import { operationNouns } from './operation.ts';

/** What went wrong and what it means, and what to do; with Azure's own words, for a support request. No keys are in them. */
export function failureWords(
  failure: Failure,
  operation: Operation,
  name: string,
): { readonly what: Mrkdwn; readonly next: Mrkdwn } {
  const known = knownFailures.find((one) => fits(one, failure, operation));
  const { what, next } =
    known?.say({ name, noun: operationNouns[operation] }) ?? unknownWords(operation, name);
  return { what: lines(what, ...own(failure)), next };
}

function fits({ code, message, operations }: KnownFailure, failure: Failure, operation: Operation): boolean {
  return (
    code.test(failure.code) &&
    (message?.test(failure.message) ?? true) &&
    (operations?.includes(operation) ?? true)
  );
}

function unknownWords(operation: Operation, name: string) {
  return {
    what: md`The ${operationNouns[operation]} of *${name}* failed in Azure.`,
    next: md`Look at the circuit's activity log. If it is not plain from that, open a support request with Microsoft and name the correlation id.`,
  };
}

const detailLimit = 5;

/** The error as it came: its code is what people search for. */
function own({ code, message, details, correlationId }: Failure): readonly Mrkdwn[] {
  const more = details.length - detailLimit;
  return [
    md`Error ${code || 'without a code'}${message ? md`: ${whole(message)}` : nothing}`,
    ...details.slice(0, detailLimit).map((detail) => md`• ${whole(detail)}`),
    more > 0 ? md`• and ${more} more` : nothing,
    correlationId ? md`Correlation id ${correlationId}` : nothing,
  ];
}
