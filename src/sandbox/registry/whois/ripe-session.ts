import type { RegistryWorld } from '../world/registry-world.ts';
import { type RipeQuery, readRipeQuery } from './ripe-query.ts';
import { searchRipe } from './ripe-search.ts';
import { keyFieldsText, objectText, type RpslObject } from './rpsl.ts';
import type { Reply, WhoisSession } from './session.ts';

/** Three minutes. */
const idleMs = 180_000;
const terms =
  '% This is the RIPE Database query service.\n% The objects are in RPSL format.\n%\n' +
  '% The RIPE Database is subject to Terms and Conditions.\n% See https://docs.db.ripe.net/terms-conditions.html\n\n';
const servedBy = '% This query was served by the RIPE Database Query Service version 1.119 (SANDBOX)\n\n';
const notFound = '%ERROR:101: no entries found\n%\n% No entries found in source RIPE.\n';
const filtered =
  '% Note: this output has been filtered.\n%       To receive output for a database update, use the "-B" flag.\n\n';
const complaints = {
  'too-many':
    '%ERROR:201: access denied for 127.0.0.1\n%\n% Queries from your IP address have passed the daily limit of controlled objects.\n' +
    '% Access from your host has been temporarily denied.\n',
  internal:
    '%ERROR:100: internal software error\n%\n% Please contact ripe-dbm@ripe.net if the problem persists.\n',
  'too-long': '%ERROR:107: input line too long\n%\n% Input exceeds the maximum line length.\n',
} as const;

/**
 * RIPE's own server: its style alone, and comments around everything. Its terms come before anything is asked, and again
 * behind each answer of a connection that is kept open (`-k`); `-k` alone a second time ends that.
 */
export function createRipeSession(world: RegistryWorld): WhoisSession {
  let isKept = false;

  /** An answer ends with two empty lines. */
  const reply = (text: string, closes = !isKept): Reply => ({
    text: `${text}${servedBy}\n${closes ? '' : terms}`,
    closes,
  });

  return {
    greeting: terms,
    answer(line) {
      if (line === '-k') {
        if (isKept) return { text: '', closes: true };
        isKept = true;
        return reply('');
      }
      const query = readRipeQuery(line);
      if (typeof query === 'string') return reply(`${query}\n`);
      isKept ||= query.isKept;
      return reply(found(world, query));
    },
    refuse: (_line, why) => reply(`${complaints[why]}\n`, why !== 'internal' || !isKept),
    idleMs: () => idleMs,
  };
}

function found(world: RegistryWorld, query: RipeQuery): string {
  const objects = searchRipe(world, query);
  if (typeof objects === 'string') return `${objects}\n`;
  if (objects.length === 0) return `${notFound}\n`;
  const text = query.isKeysOnly ? keyFieldsText : objectText;
  const shown = objects.map((object) => `${query.isUngrouped ? '' : related(object)}${text(object)}\n\n`);
  return `${query.isFiltered ? filtered : ''}${shown.join('')}`;
}

const related = ({ key }: RpslObject): string => `% Information related to '${key}'\n\n`;
