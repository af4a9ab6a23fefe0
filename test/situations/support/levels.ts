import type { Instant } from '../../../src/domain/instant.ts';

/** What was said of each name, and from when on. */
export function createLevels<T>(usual: T) {
  const said = new Map<string, { readonly from: Instant; readonly value: T }[]>();
  return {
    say(name: string, value: T, from: Instant): void {
      said.set(name, [...(said.get(name) ?? []), { from, value }]);
    },
    has: (name: string) => said.has(name),
    names: () => [...said.keys()],
    at: (name: string, at: Instant): T => said.get(name)?.findLast(({ from }) => from <= at)?.value ?? usual,
  };
}

/** `ldn-{1..40}` names forty; any other name itself. */
export function namesIn(pattern: string): readonly string[] {
  const {
    before = '',
    first,
    last,
    after = '',
  } = /^(?<before>.*)\{(?<first>\d+)\.\.(?<last>\d+)\}(?<after>.*)$/u.exec(pattern)?.groups ?? {};
  if (first === undefined || last === undefined) return [pattern];
  return Array.from(
    { length: Number(last) - Number(first) + 1 },
    (_, index) => `${before}${String(Number(first) + index).padStart(last.length, '0')}${after}`,
  );
}
