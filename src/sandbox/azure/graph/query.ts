/**
 * The part of the Kusto language that this Resource Graph understands:
 *
 *     resources | where <path> =~ 'text' [and …] | project <path>, <name> = tostring(<path>) | order by <path> desc | limit 10
 *
 * with ==, =~, !=, !~, contains and in~ ('a', 'b') in `where`, and a path that may point into a list (`ipConfigurations[0].id`).
 * Anything else is refused rather than answered wrongly.
 */
export type GraphQuery = {
  readonly conditions: readonly Condition[];
  /** Absent: whole rows. */
  readonly columns?: readonly Column[];
  readonly order?: { readonly path: string; readonly descending: boolean };
  readonly limit?: number;
};
/** `texts`: one, or for `in~` any of them. */
export type Condition = {
  readonly path: string;
  readonly operator: Operator;
  readonly texts: readonly string[];
};
export type Column = { readonly name: string; readonly path: string; readonly asText: boolean };

const operators = ['==', '=~', '!=', '!~', 'contains', 'in~'] as const;
type Operator = (typeof operators)[number];

const step = '[a-z_]\\w*(?:\\[\\d+\\])*';
const path = `${step}(?:\\.${step})*`;
const quoted = `'(?:\\\\.|[^'\\\\])*'|"(?:\\\\.|[^"\\\\])*"`;
const stageForm = new RegExp(`(?:${quoted}|[^|'"])+`, 'g');
const list = `\\(\\s*(?:${quoted})(?:\\s*,\\s*(?:${quoted}))*\\s*\\)`;
const conditionForm = new RegExp(
  `^(${path})\\s*(?:(==|=~|!=|!~|contains)\\s*(${quoted})|(in~)\\s*(${list}))(?:\\s+and\\s+|$)`,
  'i',
);
const columnForm = new RegExp(`^(?:([a-z_]\\w*)\\s*=\\s*)?(?:tostring\\((${path})\\)|(${path}))$`, 'i');
const orderForm = new RegExp(`^by\\s+(${path})(?:\\s+(asc|desc))?$`, 'i');

/** The query, or the part of it that is not understood. */
export function parseGraphQuery(text: string): GraphQuery | string {
  const [table = '', ...stages] = (text.match(stageForm) ?? []).map((stage) => stage.trim());
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
  // What comes after a limit would see fewer rows, which is more than this parser keeps apart.
  if (query.limit !== undefined) return undefined;
  switch (verb.toLowerCase()) {
    case 'where': {
      const conditions = query.columns ? undefined : parseConditions(rest);
      return conditions && { ...query, conditions: [...query.conditions, ...conditions] };
    }
    case 'project': {
      if (query.columns) return undefined;
      const columns = rest.split(',').map((part) => parseColumn(part.trim()));
      return columns.every((column) => column !== undefined) ? { ...query, columns } : undefined;
    }
    case 'order':
    case 'sort': {
      const [, by = '', direction = 'desc'] = orderForm.exec(rest) ?? [];
      // After a projection only its own columns exist.
      const source = query.columns ? query.columns.find(({ name }) => name === by)?.path : by;
      return source ? { ...query, order: { path: source, descending: /desc/i.test(direction) } } : undefined;
    }
    case 'limit':
    case 'take':
      return /^\d+$/.test(rest) ? { ...query, limit: Number(rest) } : undefined;
    default:
      return undefined;
  }
}

function parseConditions(text: string): readonly Condition[] | undefined {
  const found = conditionForm.exec(text.trim());
  const [, wanted, comparison, one = '', membership, many = ''] = found ?? [];
  const operator = operators.find((name) => name === (comparison ?? membership)?.toLowerCase());
  if (!found || !wanted || !operator) return undefined;
  const texts = (membership ? many : one).match(new RegExp(quoted, 'g')) ?? [];
  const condition = { path: wanted, operator, texts: texts.map(unquoted) };
  const rest = text.trim().slice(found[0].length);
  if (rest === '') return [condition];
  const others = parseConditions(rest);
  return others && [condition, ...others];
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(.)/g, '$1');
}

function parseColumn(part: string): Column | undefined {
  const [, name, textPath, plainPath] = columnForm.exec(part) ?? [];
  const from = textPath ?? plainPath;
  if (!from) return undefined;
  return {
    path: from,
    name: name ?? from.replaceAll(/[.[]/g, '_').replaceAll(']', ''),
    asText: textPath !== undefined,
  };
}
