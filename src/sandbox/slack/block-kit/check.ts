import { isObject, type JsonObject } from '../world/json.ts';

/**
 * A check takes a value and the JSON pointer of its place, and returns what is wrong, in Slack's words.
 * Blocks are described with these as tables, one file for each family.
 */
export type Check = (value: unknown, at: string) => readonly string[];

export const wrong = (what: string, at: string): readonly string[] => [
  `[ERROR] ${what} [json-pointer:${at}]`,
];
const fine: readonly string[] = [];

/** Length as Slack counts it: Unicode code points. */
export const lengthOf = (text: string): number => [...text].length;

export type Bounds = { readonly min?: number; readonly max?: number };

export function string({ min = 0, max = Number.POSITIVE_INFINITY }: Bounds = {}): Check {
  return (value, at) => {
    if (typeof value !== 'string') return wrong('must provide a string', at);
    const length = lengthOf(value);
    if (length < min) return wrong(`must be more than ${min - 1} characters`, at);
    return length > max ? wrong(`must be less than ${max + 1} characters`, at) : fine;
  };
}

export function integer({
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
}: Bounds = {}): Check {
  return (value, at) => {
    if (!Number.isInteger(value)) return wrong('must provide an integer', at);
    return Number(value) < min || Number(value) > max ? wrong(`must be between ${min} and ${max}`, at) : fine;
  };
}

export const number: Check = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? fine : wrong('must provide a number', at);

export const boolean: Check = (value, at) =>
  typeof value === 'boolean' ? fine : wrong('must provide a boolean', at);

/** `what` names the form in the message, for instance "YYYY-MM-DD". */
export function matching(pattern: RegExp, what: string): Check {
  return (value, at) =>
    typeof value === 'string' && pattern.test(value) ? fine : wrong(`must be of the form ${what}`, at);
}

export function literal(...allowed: readonly unknown[]): Check {
  return (value, at) => (allowed.includes(value) ? fine : wrong(`must be one of ${allowed.join(', ')}`, at));
}

export function list(item: Check, { min = 0, max = Number.POSITIVE_INFINITY }: Bounds = {}): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return wrong('must provide an array', at);
    if (value.length < min) return wrong(`no fewer than ${min} items allowed`, at);
    if (value.length > max) return wrong(`no more than ${max} items allowed`, at);
    return value.flatMap((one, index) => item(one, `${at}/${index}`));
  };
}

export type Fields = Readonly<Record<string, Check>>;

/** An object with these fields and no others. */
export function object(required: Fields, optional: Fields = {}): Check {
  return (value, at) => {
    if (!isObject(value)) return wrong('must be an object', at);
    const missing = Object.keys(required).filter((key) => value[key] === undefined);
    return [
      ...missing.flatMap((key) => wrong(`missing required field: ${key}`, at)),
      ...Object.entries(value).flatMap(([key, inside]) => {
        const check = required[key] ?? optional[key];
        if (!check) return wrong(`invalid additional property: ${key}`, at);
        return inside === undefined ? fine : check(inside, `${at}/${key}`);
      }),
    ];
  };
}

/** Which check applies is told by `type`; one that is not in the table is unknown, or not allowed in this place. */
export function byType(table: Fields): Check {
  return (value, at) => {
    if (!isObject(value)) return wrong('must be an object', at);
    const type = value.type;
    const check = typeof type === 'string' && Object.hasOwn(table, type) ? table[type] : undefined;
    return check ? check(value, at) : wrong(`unsupported type: ${String(type)}`, `${at}/type`);
  };
}

/** Both checks, the second only when the first found nothing: it may rely on the form. */
export function and(form: Check, rule: (value: JsonObject, at: string) => readonly string[]): Check {
  return (value, at) => {
    const problems = form(value, at);
    return problems.length > 0 || !isObject(value) ? problems : rule(value, at);
  };
}

/** The named checks of a table. */
export function pick(table: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)));
}
