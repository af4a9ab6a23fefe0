import type { WritableDocument } from './document.ts';

/** Small enough that making one does not hold up an answer to Slack. */
const chunkLength = 256 * 1024;

/**
 * The document as JSON text, one record a line, in pieces: ten thousand circuits are 20 MB, and made in one go they
 * would stop the process for as long as that takes.
 */
export function* serialize(document: WritableDocument): Generator<string> {
  let chunk = '';
  for (const line of linesOf(document)) {
    chunk += line;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function* linesOf(document: WritableDocument): Generator<string> {
  let before = '{';
  for (const [field, value] of Object.entries(document)) {
    yield `${before}\n${JSON.stringify(field)}: `;
    if (Array.isArray(value)) yield* recordLines(value);
    else yield JSON.stringify(value);
    before = ',';
  }
  yield '\n}\n';
}

function* recordLines(records: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const record of records) {
    yield `${before}\n${lineOf(record)}`;
    before = ',';
  }
  yield records.length === 0 ? '[]' : '\n]';
}

/** Records never change once they are part of a state, so the line of each is made once. */
const lines = new WeakMap<object, string>();

function lineOf(record: unknown): string {
  if (typeof record !== 'object' || record === null) return JSON.stringify(record);
  const line = lines.get(record) ?? JSON.stringify(record);
  lines.set(record, line);
  return line;
}
