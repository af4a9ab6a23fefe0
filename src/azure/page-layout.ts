const [quote, backslash, opening, closing] = Buffer.from('"\\{}');

/** ARM writes the items first. */
const head = /^[ \t\r\n]*\{[ \t\r\n]*"value"[ \t\r\n]*:[ \t\r\n]*\[[ \t\r\n]*/u;
const beforeNext = /[ \t\r\n]*,[ \t\r\n]*(?=\{)/uy;

// Where the items of a page stand in its JSON, found without parsing it. Whether it is good JSON is not said.

/** Where the items begin; undefined when the page is not laid out as ARM does it. */
export function startOfItems(json: string): number | undefined {
  return head.exec(json)?.[0].length;
}

/** Where the object after the comma begins that follows the one that ended at `end`; undefined: it was the last. */
export function startOfNext(json: string, end: number): number | undefined {
  beforeNext.lastIndex = end;
  return beforeNext.test(json) ? beforeNext.lastIndex : undefined;
}

/** Where the object that begins at `start` ends: the index after its brace; undefined when it does not end. */
export function endOfObject(json: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (inString) {
      if (code === backslash) at++;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === opening) depth++;
    else if (code === closing && --depth === 0) return at + 1;
  }
  return undefined;
}
