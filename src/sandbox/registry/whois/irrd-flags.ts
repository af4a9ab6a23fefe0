import { parsePrefix } from '../world/prefix.ts';
import { asNumber } from './as-sets.ts';
import type { IrrdMemory } from './irrd-commands.ts';
import { done, failed, type Outcome, told } from './outcome.ts';
import { type Reach, within } from './route-search.ts';
import {
  asSetObject,
  classOf,
  isCalled,
  keyFieldsText,
  objectText,
  type RpslObject,
  routeObject,
} from './rpsl.ts';
import type { Selection } from './selection.ts';

/** What holds for one query of RIPE's style. */
type Wish = { classes: readonly string[] | undefined; isKeysOnly: boolean };

/**
 * How IRRd understands RIPE's style: word by word, flags first; a search ends the query, and a word without a dash is
 * looked up as it stands.
 */
export function irrdFlags(written: string, memory: IrrdMemory): Outcome {
  const words = written.trim().split(/ +/u);
  const wish: Wish = { classes: undefined, isKeysOnly: false };
  let outcome: Outcome = done;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith('-')) {
      outcome = toldObjects(lookedUp(word, memory.selection), wish);
      continue;
    }
    const taken = words.slice(0, argumentsOf[word] ?? 0);
    if (taken.length < (argumentsOf[word] ?? 0)) {
      return failed(`Missing argument for flag/search: ${word.slice(1)}`);
    }
    words.splice(0, taken.length);
    const ended = flag(word, taken, memory, wish);
    if (ended) return ended;
  }
  return outcome;
}

const argumentsOf: Readonly<Record<string, number>> = {
  '-l': 1,
  '-L': 1,
  '-M': 1,
  '-x': 1,
  '-i': 2,
  '-s': 1,
  '-T': 1,
  '-V': 1,
};

/** Undefined: the query goes on. */
function flag(
  word: string,
  [first = '', second = '']: readonly string[],
  memory: IrrdMemory,
  wish: Wish,
): Outcome | undefined {
  const { selection } = memory;
  switch (word) {
    case '-k':
      memory.isKept = true;
      return undefined;
    case '-s':
    case '-a':
      return selection.choose(word === '-a' ? undefined : first.toUpperCase().split(','))
        ? undefined
        : failed('One or more selected sources are unavailable.');
    case '-T':
      wish.classes = first.toLowerCase().split(',');
      return undefined;
    case '-K':
      wish.isKeysOnly = true;
      return undefined;
    case '-V':
    case '-F':
    case '-r':
      return undefined;
    case '-x':
    case '-l':
    case '-L':
    case '-M':
      return blocks(reachOf[word], first, selection, wish);
    case '-i':
      return inverse(first.toLowerCase(), second, selection, wish);
    default:
      return failed(`Unrecognised flag/search: ${word.slice(1)}`);
  }
}

const reachOf = { '-x': 'x', '-l': 'l', '-L': 'L', '-M': 'M' } as const;

function blocks(reach: Reach, written: string, selection: Selection, wish: Wish): Outcome {
  const prefix = parsePrefix(written);
  if (!prefix) return failed(`Invalid input for route search: ${written}`);
  return toldObjects(within(selection.routes(), prefix, reach).map(routeObject), wish);
}

function inverse(attribute: string, value: string, selection: Selection, wish: Wish): Outcome {
  if (attribute !== 'origin' && attribute !== 'mnt-by') {
    return failed(
      `Inverse attribute search not supported for ${attribute},only supported for attributes: mnt-by, origin`,
    );
  }
  const objects = selection.routes().map(routeObject);
  return toldObjects(
    objects.filter(({ attributes }) =>
      attributes.some(([name, text]) => name === attribute && text.toUpperCase() === value.toUpperCase()),
    ),
    wish,
  );
}

/** A prefix finds all that hold it; an AS number or a name only what is called so. */
function lookedUp(word: string, selection: Selection): readonly RpslObject[] {
  const prefix = parsePrefix(word);
  if (prefix) return within(selection.routes(), prefix, 'L').map(routeObject);
  if (asNumber(word) !== undefined) return [];
  return [...selection.asSets().map(asSetObject), ...selection.routes().map(routeObject)].filter((object) =>
    isCalled(object, word),
  );
}

function toldObjects(objects: readonly RpslObject[], { classes, isKeysOnly }: Wish): Outcome {
  const wanted = objects.filter((object) => !classes || classes.includes(classOf(object)));
  const texts = wanted.map(isKeysOnly ? keyFieldsText : objectText);
  return told((isKeysOnly ? [...new Set(texts)] : texts).join('\n\n'));
}
