import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { Now } from '../usecases/ports.ts';
import type { AzureSight } from '../usecases/sights.ts';

/** Who looks on, and whose answers they are. */
export type Watch = {
  readonly host: AzureSight['host'];
  readonly observe: (sight: AzureSight) => void;
  readonly now: Now;
};

/** To be called when a question is sent; what it returns, when it is answered, or with nothing when it was not. */
export function watchQuestion(
  watch: Watch | undefined,
  method: string,
): (answer: PipelineResponse | undefined) => void {
  if (!watch) return () => {};
  const { host, observe, now } = watch;
  const askedAt = now();
  return (answer) => {
    try {
      observe({
        host,
        method,
        status: answer?.status,
        ...(answer && toldBy(answer)),
        askedAt,
        answeredAt: now(),
      });
    } catch {
      // Whoever looks on must not stand between a question and its answer.
    }
  };
}

/** What stands in the headers of every answer; what cannot be read is as good as absent. */
function toldBy({
  headers,
}: PipelineResponse): Pick<AzureSight, 'remainingReads' | 'remainingWrites' | 'azureClock'> {
  const remaining = (kind: string) => countIn(headers.get(`x-ms-ratelimit-remaining-subscription-${kind}`));
  const [remainingReads, remainingWrites] = [remaining('reads'), remaining('writes')];
  const azureClock = Date.parse(headers.get('date') ?? '');
  return {
    ...(remainingReads === undefined ? {} : { remainingReads }),
    ...(remainingWrites === undefined ? {} : { remainingWrites }),
    ...(Number.isNaN(azureClock) ? {} : { azureClock }),
  };
}

function countIn(header: string | undefined): number | undefined {
  return header && /^\d{1,9}$/u.test(header) ? Number(header) : undefined;
}
