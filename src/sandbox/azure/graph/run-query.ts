import type { Column, Condition, GraphQuery } from './query.ts';
import type { Row } from './rows.ts';

/** Filters and orders on the whole rows, whatever the query's columns, then cuts and projects. */
export function runGraphQuery(query: GraphQuery, rows: readonly Row[]): readonly Row[] {
  const { conditions, order, limit, columns } = query;
  const found = rows.filter((row) => conditions.every((condition) => holds(condition, row)));
  const ordered = order
    ? found.toSorted((a, b) => {
        const ascending = textAt(a, order.path).localeCompare(textAt(b, order.path));
        return order.descending ? -ascending : ascending;
      })
    : found;
  const limited = limit === undefined ? ordered : ordered.slice(0, limit);
  return columns ? limited.map((row) => project(row, columns)) : limited;
}

function holds({ path, operator, texts }: Condition, row: Row): boolean {
  const actual = textAt(row, path);
  const [text = ''] = texts;
  switch (operator) {
    case '==':
      return actual === text;
    case '!=':
      return actual !== text;
    case '=~':
      return actual.toLowerCase() === text.toLowerCase();
    case '!~':
      return actual.toLowerCase() !== text.toLowerCase();
    case 'contains':
      return actual.toLowerCase().includes(text.toLowerCase());
    case 'in~':
      return texts.some((one) => one.toLowerCase() === actual.toLowerCase());
  }
}

function project(row: Row, columns: readonly Column[]): Row {
  return Object.fromEntries(
    columns.map(({ name, path, asText }) => [
      name,
      asText ? textAt(row, path) : (valueAt(row, path) ?? null),
    ]),
  );
}

function textAt(row: Row, path: string): string {
  const value = valueAt(row, path) ?? '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function valueAt(row: Row, path: string): unknown {
  const keys = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  return keys.reduce<unknown>((value, key) => (isRow(value) ? value[key] : undefined), row);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
