import type { Instant } from '../../../domain/instant.ts';
import type { IrrSight, RpkiSight, Silence, Told } from '../../../domain/validation/evidence.ts';
import { silenceClause } from '../../../domain/validation/silence-words.ts';
import type { Now } from '../../ports.ts';
import type { Registries } from '../../validation/registries.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';

/** Kept for documents (RFC 5737): every registry has an answer to it, and it is nobody's. */
const probed = '192.0.2.0/24';

/** Each source is given ten seconds for a look; what it has not said by then is told. */
const patienceMs = 15_000;

/** Whether routing registries, RPKI and RDAP answer: what is said of prefixes rests on them. */
export function checkRegistries(registries: Pick<Registries, 'look'>, now: Now): Check {
  return {
    name: 'Registries',
    patienceMs,
    look: async () => {
      const [seen] = await registries.look([probed]);
      if (!seen) return [];
      return [...routing(seen.irr), rpki(seen.rpki, now()), holders(seen.holder)];
    },
  };
}

const rdapName = 'RDAP';
const rpkiName = 'RPKI';

function routing(servers: readonly IrrSight[]): readonly Finding[] {
  if (servers.length === 0) return [noServers];
  return servers.map(({ server, told }) =>
    judge(`Routing registry ${server}`, told, 'IRR_SERVERS', 'whois', () => 'It answers.'),
  );
}

const noServers: Finding = {
  name: 'Routing registries',
  level: 'skipped',
  found: 'None is asked, so it is not seen whether Azure will find your route objects.',
  mend: 'Take IRR_SERVERS=none out of the environment.',
};

function rpki(told: RpkiSight, now: Instant): Finding {
  if (told.kind === 'silent' && told.why === 'not-configured') return noList;
  return judge(rpkiName, told, 'RPKI_VRP_URL', 'HTTPS', ({ builtAt }) =>
    builtAt === undefined
      ? 'The list is read.'
      : `The list is read; it was made ${ageOf(now - builtAt)} ago.`,
  );
}

const noList: Finding = {
  name: rpkiName,
  level: 'skipped',
  found: 'It is not looked at: a ROA that contradicts your announcements is not seen.',
  mend: 'Set RPKI_VRP_URL, for instance to https://console.rpki-client.org/rpki.json.',
};

function holders(told: Told<unknown>): Finding {
  return judge(rdapName, told, 'RDAP_URL', 'HTTPS', () => 'It answers.');
}

/** `setting`: the variable that says where it is. `way`: how it is reached. */
function judge<T>(
  name: string,
  told: Told<T>,
  setting: string,
  way: string,
  well: (value: T) => string,
): Finding {
  if (told.kind === 'told') return { name, level: 'ok', found: well(told.value) };
  const { why, detail } = told;
  return {
    name,
    level: 'warn',
    found: [`It ${silenceClause(why)}.`, detail].filter(Boolean).join(' '),
    mend: mendOf(why, setting, way),
  };
}

function mendOf(why: Silence, setting: string, way: string): string {
  switch (why) {
    case 'not-configured':
      return `Set ${setting}; .env.example explains it.`;
    case 'unreachable':
    case 'timed-out':
      return `Let this machine reach what ${setting} names (${way}), and run the doctor again; if it stays silent, name another one.`;
    case 'throttled':
    case 'refused':
      return `Set REGISTRY_CHECK_MINUTES higher, or name another one in ${setting}.`;
    case 'unreadable':
      return `See that ${setting} names what it should; .env.example explains it.`;
    case 'stale':
      return `See why what ${setting} names is not made anew any more, or name another one.`;
  }
}

const minuteMs = 60_000;

function ageOf(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / minuteMs));
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
