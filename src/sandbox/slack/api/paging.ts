/** One page of a list, and the cursor of the next; undefined when the cursor is none of ours. */
export function page<Item>(items: readonly Item[], limit: number, cursor: string | undefined) {
  const start = cursor ? readCursor(cursor) : 0;
  if (start === undefined || start > items.length) return undefined;
  const end = start + limit;
  return {
    items: items.slice(start, end),
    hasMore: end < items.length,
    response_metadata: { next_cursor: end < items.length ? writeCursor(end) : '' },
  };
}

const prefix = 'next:';

const writeCursor = (start: number): string => Buffer.from(`${prefix}${start}`).toString('base64');

function readCursor(cursor: string): number | undefined {
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString());
  return match ? Number(match[1]) : undefined;
}
