type Words = Readonly<Record<string, string>>;
type Clause = { readonly field: string; readonly holds: (value: string) => boolean };

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

/**
 * Reads `$filter`: comparisons joined by `and`, such as `status eq 'Open' and createdDate ge 2026-01-05T03:00:00Z`.
 * Undefined: it is none that Microsoft.Support understands. `fields` are those that may be asked for, in lower case.
 */
export function parseFilter(
  text: string,
  fields: readonly string[],
): ((words: Words) => boolean) | undefined {
  if (text.trim() === '') return () => true;
  const clauses = text.split(/\s+and\s+/i).map((part) => parseClause(part, fields));
  const known = clauses.filter((clause) => clause !== undefined);
  if (known.length < clauses.length) return undefined;
  return (words) => known.every(({ field, holds }) => holds(words[field] ?? ''));
}

function parseClause(part: string, fields: readonly string[]): Clause | undefined {
  const [, name = '', operator = '', quoted, bare = ''] =
    /^\s*(\w+)\s+(eq|gt|ge|lt|le)\s+(?:'([^']*)'|(\S+))\s*$/i.exec(part) ?? [];
  const field = name.toLowerCase();
  const compare = comparisons[operator.toLowerCase()];
  const isMoment = field === 'createddate';
  const wanted = quoted ?? bare;
  // Only moments have an order; words are the same or not, casing aside.
  if (!compare || !fields.includes(field) || (!isMoment && operator.toLowerCase() !== 'eq')) return undefined;
  if (!isMoment) return { field, holds: (value) => value.toLowerCase() === wanted.toLowerCase() };
  const moment = Date.parse(wanted);
  if (Number.isNaN(moment)) return undefined;
  return { field, holds: (value) => compare(Math.sign(Date.parse(value) - moment)) };
}
