import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Json } from './wire.ts';

const Body = z.record(z.string(), z.unknown());
const Recording = z.array(
  z.object({ method: z.string(), uri: z.string(), requestBody: z.unknown(), responseBody: z.unknown() }),
);

/** What Azure really answered to each GET of a resource whose path ends so. */
export function recorded(path: RegExp): readonly Json[] {
  return recording('GET', path).map(({ responseBody }) => Body.parse(responseBody));
}

/** What Azure's command line really sent in each PUT of such a resource. */
export function recordedRequests(path: RegExp): readonly Json[] {
  return recording('PUT', path).map(({ requestBody }) => Body.parse(requestBody));
}

function recording(wanted: string, path: RegExp) {
  const file = new URL('../../fixtures/azure/recordings/express-route-2020.json', import.meta.url);
  return Recording.parse(JSON.parse(readFileSync(file, 'utf8'))).filter(
    ({ method, uri }) => method === wanted && path.test(new URL(uri).pathname),
  );
}
