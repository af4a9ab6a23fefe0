import type { Column, Condition, GraphQuery } from './query.ts';
import type { Row } from './rows.ts';

export function runGraphQuery(query: GraphQuery, rows: readonly Row[]): readonly Row[] {
  const found = rows.filter((row) => query.conditions.every((condition) => holds(condition, row)));
  const limited = query.limit === undefined ? found : found.slice(0, query.limit);
  const { columns } = query;
  return columns ? limited.map((row) => project(row, columns)) : limited;
}

function holds({ path, operator, text }: Condition, row: Row): boolean {
  const value = valueAt(row, path);
  const actual = typeof value === 'string' ? value : String(value ?? '');
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
  }
}

function project(row: Row, columns: readonly Column[]): Row {
  return Object.fromEntries(columns.map(({ name, path }) => [name, valueAt(row, path) ?? null]));
}

function valueAt(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRow(value) ? value[key] : undefined), row);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
