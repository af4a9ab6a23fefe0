/**
 * The part of the Kusto language that this Resource Graph understands:
 *
 *     resources | where <path> =~ 'text' [and …] | project <path>, <name> = <path> | limit 10
 *
 * with ==, =~, !=, !~ and contains in `where`. Anything else is refused rather than answered wrongly.
 */
export type GraphQuery = {
  readonly conditions: readonly Condition[];
  /** Absent: whole rows. */
  readonly columns?: readonly Column[];
  readonly limit?: number;
};
export type Condition = { readonly path: string; readonly operator: Operator; readonly text: string };
export type Column = { readonly name: string; readonly path: string };

const operators = ['==', '=~', '!=', '!~', 'contains'] as const;
export type Operator = (typeof operators)[number];

const path = '[a-z_][\\w]*(?:\\.[a-z_]\\w*)*';
const conditionForm = new RegExp(`^(${path})\\s*(==|=~|!=|!~|contains)\\s*(?:'([^']*)'|"([^"]*)")$`, 'i');
const columnForm = new RegExp(`^(?:([a-z_]\\w*)\\s*=\\s*)?(${path})$`, 'i');

/** The query, or the part of it that is not understood. */
export function parseGraphQuery(text: string): GraphQuery | string {
  const [table = '', ...stages] = text.split('|').map((stage) => stage.trim());
  if (table.toLowerCase() !== 'resources') return table;
  let query: GraphQuery = { conditions: [] };
  for (const stage of stages) {
    const next = withStage(query, stage);
    if (!next) return stage;
    query = next;
  }
  return query;
}

function withStage(query: GraphQuery, stage: string): GraphQuery | undefined {
  const [, verb = '', rest = ''] = /^(\w+)\s+(.*)$/s.exec(stage) ?? [];
  switch (verb.toLowerCase()) {
    case 'where': {
      const conditions = rest.split(/\s+and\s+/i).map(parseCondition);
      if (!conditions.every((condition) => condition !== undefined)) return undefined;
      return { ...query, conditions: [...query.conditions, ...conditions] };
    }
    case 'project': {
      const columns = rest.split(',').map((part) => parseColumn(part.trim()));
      if (!columns.every((column) => column !== undefined)) return undefined;
      return { ...query, columns };
    }
    case 'limit':
    case 'take':
      return /^\d+$/.test(rest) ? { ...query, limit: Number(rest) } : undefined;
    default:
      return undefined;
  }
}

function parseCondition(part: string): Condition | undefined {
  const found = conditionForm.exec(part.trim());
  const operator = operators.find((name) => name === found?.[2]?.toLowerCase());
  if (!found?.[1] || !operator) return undefined;
  return { path: found[1], operator, text: found[3] ?? found[4] ?? '' };
}

function parseColumn(part: string): Column | undefined {
  const found = columnForm.exec(part);
  if (!found?.[2]) return undefined;
  return { path: found[2], name: found[1] ?? found[2].replaceAll('.', '_') };
}
