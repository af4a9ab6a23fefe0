import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Json } from './wire.ts';

const Body = z.record(z.string(), z.unknown());
const Example = z.object({
  parameters: Body,
  responses: z.record(z.string(), z.object({ body: Body.optional() })),
});

/** What the official example of an operation sends (the parameter of that name), and what it is answered with 200. */
export function example(name: string): { sent(parameter: string): Json; readonly answer: Json } {
  const path = new URL(`../../fixtures/azure/examples/${name}.json`, import.meta.url);
  const { parameters, responses } = Example.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { sent: (parameter) => Body.parse(parameters[parameter]), answer: responses['200']?.body ?? {} };
}
