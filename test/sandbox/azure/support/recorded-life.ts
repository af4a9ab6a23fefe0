import { readFileSync } from 'node:fs';
import { z } from 'zod';

const call = z.object({
  requestBody: z.unknown().optional(),
  status: z.number().optional(),
  responseHeaders: z.record(z.string(), z.string()).default({}),
  responseBody: z.unknown(),
});

const text = readFileSync(new URL('../../../fixtures/azure/recorded-life.json', import.meta.url), 'utf8');
const life = z.record(z.string(), call).parse(JSON.parse(text));

export function recorded(name: string) {
  const found = life[name];
  if (!found) throw new Error(`nothing recorded under '${name}'`);
  return found;
}

/**
 * A body's text with all that differs from one Azure to the next made the same: ids, keys, etags, port names, numbers
 * that Azure counts. What is left must agree to the letter, order of keys included.
 */
export function likeness(body: unknown): string {
  return JSON.stringify(body, null, 1)
    .replaceAll(/\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\//g, '/scope/')
    .replaceAll(/(?!0{8}-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'guid')
    .replaceAll(/"(primary|secondary)AzurePort": "[^"]+"/g, '"$1AzurePort": "port"')
    .replaceAll(/"stag": \d+/g, '"stag": 1');
}
