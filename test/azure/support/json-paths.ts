/** Where two JSON values differ, as `/a/b`; a list that has other members differs as a whole. */
export function differences(before: unknown, after: unknown, at = ''): readonly string[] {
  if (isList(before) && isList(after) && before.length === after.length) {
    return before.flatMap((item, index) => differences(item, after[index], `${at}/${index}`));
  }
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differences(ownOf(before, key), ownOf(after, key), `${at}/${key}`),
    );
  }
  return Object.is(before, after) ? [] : [at];
}

function ownOf(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
