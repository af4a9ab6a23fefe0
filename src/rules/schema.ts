import { z } from 'zod';
import { answer, type Result, refuse } from '../domain/result.ts';
import { problemsOf } from './problems.ts';

/** An object that has these keys and no other: a mistyped key must not look as if it said something. */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}, which means nothing there; it can have ${keys}`
        : `must be an object with ${keys}`,
  });
}

/** Reads JSON text by a schema; all that is wrong is told at once. */
export function parseText<T>(schema: z.ZodType<T>, text: string): Result<T, readonly string[]> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/gu, ' ') : '';
    return refuse([text.trim() === '' ? 'is empty' : `is not JSON: ${why}`]);
  }
  const parsed = schema.safeParse(raw);
  return parsed.success ? answer(parsed.data) : refuse(problemsOf(raw, parsed.error));
}
