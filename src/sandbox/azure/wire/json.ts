/** Microsoft.Network writes its JSON with two spaces and CRLF; `indent` is where a nested part begins. */
export function toWireJson(value: unknown, indent = ''): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\r\n${indent}`);
}

/** The body of a LIST from parts that are already text (indented by four), so that long lists are only joined. */
export function toWireList(items: readonly string[], nextLink?: string): string {
  const value = items.length === 0 ? '[]' : `[\r\n    ${items.join(',\r\n    ')}\r\n  ]`;
  const next = nextLink === undefined ? '' : `,\r\n  "nextLink": ${JSON.stringify(nextLink)}`;
  return `{\r\n  "value": ${value}${next}\r\n}`;
}

export const listIndent = '    ';
