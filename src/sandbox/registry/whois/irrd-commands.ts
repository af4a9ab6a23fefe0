import { parsePrefix } from '../world/prefix.ts';
import { asNumber, everyMember, membersOf, originated } from './as-sets.ts';
import { done, failed, type Outcome, silent, told } from './outcome.ts';
import { within } from './route-search.ts';
import { asSetObject, classOf, isCalled, objectText, routeObject } from './rpsl.ts';
import type { Selection } from './selection.ts';

/** What one connection remembers between its queries. */
export type IrrdMemory = {
  readonly selection: Selection;
  /** Seconds without a query after which the connection is closed. */
  timeoutSeconds: number;
  /** Whether it stays open behind an answer. */
  isKept: boolean;
};

type Command = (parameter: string, memory: IrrdMemory) => Outcome;

/** By the letter behind the exclamation mark; those in `needing` are refused without a parameter. */
const commands: Readonly<Record<string, Command>> = {
  '!': (_parameter, memory) => {
    memory.isKept = true;
    return silent;
  },
  '6': (origin, { selection }) => routesOf(origin, selection, 6),
  a: (parameter, { selection }) => routesOfSet(parameter, selection),
  g: (origin, { selection }) => routesOf(origin, selection, 4),
  i: (parameter, { selection }) => members(parameter, selection),
  m: (parameter, { selection }) => byKey(parameter, selection),
  n: () => done,
  o: (maintainer, { selection }) => maintained(maintainer, selection),
  r: (parameter, { selection }) => routeSearch(parameter, selection),
  s: (parameter, { selection }) => choose(parameter, selection),
  t: setTimeoutSeconds,
  v: () => told('IRRd -- version 4.4.4'),
};
const needing = [...'tg6imnors'];

/** Answers an IRRd query; `written` is what stands behind its exclamation mark. */
export function irrdCommand(written: string, memory: IrrdMemory): Outcome {
  const [letter, ...rest] = written;
  if (letter === undefined) return failed('Missing IRRD command');
  const parameter = rest.join('');
  const command = Object.hasOwn(commands, letter) ? commands[letter] : undefined;
  if (!command) return failed(`Unrecognised command: ${letter}`);
  if (needing.includes(letter) && parameter === '') return failed(`Missing parameter for ${letter} query`);
  return command(parameter, memory);
}

function setTimeoutSeconds(parameter: string, memory: IrrdMemory): Outcome {
  const seconds = /^\d{1,4}$/u.test(parameter) ? Number(parameter) : 0;
  if (seconds < 1 || seconds > 1_000) return failed(`Invalid value for timeout: ${parameter}`);
  memory.timeoutSeconds = seconds;
  return done;
}

function routesOf(written: string, selection: Selection, family: 4 | 6): Outcome {
  const origin = asNumber(written);
  if (origin === undefined) return failed(`Invalid AS number ${written}: must start with "AS"`);
  return told(originated(selection, [origin], family).join(' '));
}

function routesOfSet(parameter: string, selection: Selection): Outcome {
  const [, digit, name = ''] = /^([46]?)(.*)$/u.exec(parameter) ?? [];
  // bgpq4 asks without a name and knows a server that can do this by exactly these words.
  if (name === '') return failed('Missing required set name for A query');
  const family = digit === '4' ? 4 : digit === '6' ? 6 : undefined;
  const origins = everyMember(selection, name).flatMap((member) => asNumber(member) ?? []);
  return told(originated(selection, origins, family).join(' '));
}

function members(parameter: string, selection: Selection): Outcome {
  const isDeep = parameter.endsWith(',1');
  const name = isDeep ? parameter.slice(0, -2) : parameter;
  const found = isDeep ? everyMember(selection, name) : (membersOf(selection, name) ?? []);
  return told(found.toSorted().join(' '));
}

/** The first object of this class and key. Spaces and dashes in a route's key are ignored, as IRRd does of old. */
function byKey(parameter: string, selection: Selection): Outcome {
  const comma = parameter.indexOf(',');
  if (comma < 0) return failed(`Invalid argument for object lookup: ${parameter}`);
  const className = parameter.slice(0, comma).toLowerCase();
  const key = parameter.slice(comma + 1);
  const isRoute = className === 'route' || className === 'route6';
  const objects = isRoute
    ? selection.routes().map(routeObject)
    : className === 'as-set'
      ? selection.asSets().map(asSetObject)
      : [];
  const wanted = isRoute ? key.replaceAll(/[ -]/gu, '') : key;
  const found = objects.find((object) => classOf(object) === className && isCalled(object, wanted));
  return told(found ? objectText(found) : '');
}

function maintained(maintainer: string, selection: Selection): Outcome {
  const found = selection
    .routes()
    .filter(({ maintainers }) => maintainers.some((one) => one.toUpperCase() === maintainer.toUpperCase()));
  return told(found.map(routeObject).map(objectText).join('\n\n'));
}

const reaches: Readonly<Record<string, 'x' | 'l' | 'L' | 'M'>> = { o: 'x', l: 'l', L: 'L', M: 'M' };

function routeSearch(parameter: string, selection: Selection): Outcome {
  const [text = '', option] = parameter.split(',');
  const prefix = parsePrefix(text);
  if (!prefix) return failed(`Invalid input for route search: ${parameter}`);
  const reach = option === undefined ? 'x' : reaches[option];
  if (!reach) return failed(`Invalid route search option: ${option}`);
  const found = within(selection.routes(), prefix, reach);
  if (option === 'o') return told([...new Set(found.map(({ origin }) => `AS${origin}`))].join(' '));
  return told(found.map(routeObject).map(objectText).join('\n\n'));
}

function choose(parameter: string, selection: Selection): Outcome {
  if (parameter === '-lc') return told(selection.sources().join(','));
  const isServed = selection.choose(parameter.toUpperCase().split(','));
  return isServed ? done : failed('One or more selected sources are unavailable.');
}
