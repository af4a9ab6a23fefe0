import type { Circuit } from '../domain/circuit/circuit.ts';
import { type CircuitId, parseCircuitAddress } from '../domain/circuit/circuit-id.ts';
import { AzureFault } from '../usecases/ports.ts';
import { CircuitWire, PageWire } from './circuit-wire.ts';
import { endOfObject, startOfItems, startOfNext } from './page-layout.ts';
import { parseJson } from './parse-json.ts';
import { toCircuit } from './to-circuit.ts';

/** A page of the list of circuits. */
export type Page = {
  /** As it came: compared with the next poll's and looked at for nothing else, because service keys are in it. */
  readonly text: string;
  readonly items: readonly Item[];
  readonly nextLink: string | undefined;
};

/** `start` and `end` tell where in the text it stands; both are 0 where that is not known. */
type Item = { readonly start: number; readonly end: number; readonly sight: Sight };

/** A circuit; its id when the rest cannot be understood; undefined when not even that is there. */
type Sight = Circuit | CircuitId | undefined;

/**
 * Reads a page. What stands there as it stood in `before`, the same page of the last poll, is not read again: most
 * polls see nothing new, and most others a few changed circuits among many. Throws AzureFault.
 */
export function readPage(text: string, before?: Page): Page {
  if (text === before?.text) return before;
  return readItemByItem(text, before) ?? readWhole(text);
}

/** Undefined: the page is not laid out as expected, which does not mean that it cannot be read. */
function readItemByItem(text: string, before: Page | undefined): Page | undefined {
  const first = startOfItems(text);
  if (first === undefined) return undefined;
  const items: Item[] = [];
  let end = first;
  let start = text[first] === '{' ? first : undefined;
  while (start !== undefined) {
    const item = sameItem(text, start, before, items.length) ?? readItem(text, start);
    if (item === undefined) return undefined;
    items.push(item);
    end = item.end;
    start = startOfNext(text, end);
  }
  const frame = readFrame(text.slice(0, first) + text.slice(end));
  return frame && { text, items, nextLink: frame.nextLink };
}

function sameItem(text: string, start: number, before: Page | undefined, index: number): Item | undefined {
  const old = before?.items[index];
  if (!before || !old || old.end === 0) return undefined;
  const end = start + old.end - old.start;
  // Slices are compared as memory; startsWith would go through them letter by letter.
  const isSame = text.slice(start, end) === before.text.slice(old.start, old.end);
  return isSame ? { start, end, sight: old.sight } : undefined;
}

function readItem(text: string, start: number): Item | undefined {
  const end = endOfObject(text, start);
  if (end === undefined) return undefined;
  return { start, end, sight: readCircuit(parseJson(text.slice(start, end))) };
}

/** What is around the items: they have been taken out, and none may be left. */
function readFrame(json: string): { readonly nextLink: string | undefined } | undefined {
  try {
    const { value, nextLink } = PageWire.parse(JSON.parse(json));
    return value.length === 0 ? { nextLink: nextLink || undefined } : undefined;
  } catch {
    return undefined;
  }
}

function readWhole(text: string): Page {
  const { success, data } = PageWire.safeParse(parseJson(text));
  if (!success) throw new AzureFault('unreadable', "Azure's list of circuits could not be understood");
  const items = data.value.map((item) => ({ start: 0, end: 0, sight: readCircuit(item) }));
  return { text, items, nextLink: data.nextLink || undefined };
}

function readCircuit(item: unknown): Sight {
  const wire = CircuitWire.safeParse(item);
  const address = parseCircuitAddress(wire.success ? wire.data.id : idOf(item));
  if (!address.ok) return undefined;
  return wire.success ? toCircuit(wire.data, address.value) : address.value.id;
}

function idOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? item.id
    : '';
}
