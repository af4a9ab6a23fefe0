const [quote, backslash, opening, closing, comma, ...spaces] = Buffer.from('"\\{}, \t\r\n');

/** ARM writes the items first. */
const head = /^[ \t\r\n]*\{[ \t\r\n]*"value"[ \t\r\n]*:[ \t\r\n]*\[[ \t\r\n]*/u;
/** Longer than any such head. */
const headLimit = 100;

// Where the items of a page stand in its JSON, found without parsing it. Whether it is good JSON is not said.

/** Where the items begin; undefined when the page is not laid out as ARM does it. */
export function startOfItems(json: Buffer): number | undefined {
  return head.exec(json.toString('latin1', 0, headLimit))?.[0].length;
}

/** Where the object after the comma begins that follows the one that ended at `end`; undefined: it was the last. */
export function startOfNext(json: Buffer, end: number): number | undefined {
  const at = afterSpace(json, end);
  if (json[at] !== comma) return undefined;
  const start = afterSpace(json, at + 1);
  return isObject(json, start) ? start : undefined;
}

export function isObject(json: Buffer, start: number): boolean {
  return json[start] === opening;
}

/** Where the object that begins at `start` ends: the index after its brace; undefined when it does not end. */
export function endOfObject(json: Buffer, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < json.length; at++) {
    const byte = json[at];
    if (inString) {
      if (byte === backslash) at++;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === opening) depth++;
    else if (byte === closing && --depth === 0) return at + 1;
  }
  return undefined;
}

function afterSpace(json: Buffer, start: number): number {
  let at = start;
  while (spaces.includes(json[at] ?? 0)) at++;
  return at;
}
