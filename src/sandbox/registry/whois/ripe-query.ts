import type { Reach } from './route-search.ts';

/** A query of RIPE's own server, read as a whole: flags may stand in any order and be written together (`-rBG`). */
export type RipeQuery = {
  readonly reach: Reach | undefined;
  readonly inverse: readonly string[];
  readonly sources: readonly string[];
  readonly classes: readonly string[];
  readonly isKeysOnly: boolean;
  /** Without "Information related to" before each group. */
  readonly isUngrouped: boolean;
  readonly isFiltered: boolean;
  readonly isKept: boolean;
  readonly key: string;
};

const plain = 'abBcdFGkKrRS';
const withArgument = 'isTV';
const reaching = 'xlLM';

/** The number and words of RIPE's refusal where it cannot be read. */
export function readRipeQuery(line: string): RipeQuery | string {
  const words = line.trim().split(/\s+/u);
  const flags: string[] = [];
  const given = new Map<string, string>();
  const key: string[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!/^-[a-zA-Z]/u.test(word)) {
      key.push(word);
      continue;
    }
    for (const letter of word.slice(1)) {
      if (withArgument.includes(letter)) given.set(letter, words.shift() ?? '');
      else if (plain.includes(letter) || reaching.includes(letter)) flags.push(letter);
      else return invalidOption;
    }
  }
  const reaches = flags.filter((letter) => reaching.includes(letter));
  if (reaches.length > 1) return duplicateReach;
  const list = (letter: string) => given.get(letter)?.split(',').filter(Boolean) ?? [];
  return {
    reach: reachOf(reaches[0]),
    inverse: list('i').map((attribute) => attribute.toLowerCase()),
    sources: list('s').map((source) => source.toUpperCase()),
    classes: list('T').map((name) => name.toLowerCase()),
    isKeysOnly: flags.includes('K'),
    isUngrouped: flags.includes('G'),
    isFiltered: !flags.includes('B'),
    isKept: flags.includes('k'),
    key: key.join(' '),
  };
}

const invalidOption = '%ERROR:111: invalid option supplied\n%\n% Use help query to see the valid options.\n';
const duplicateReach =
  '%ERROR:901: duplicate IP flags passed\n%\n% More than one IP flag (-l, -L, -m, -M or -x) passed to the server.\n';

function reachOf(letter: string | undefined): Reach | undefined {
  return letter === 'x' || letter === 'l' || letter === 'L' || letter === 'M' ? letter : undefined;
}
