import { changeSeverity } from '../change-severity.ts';
import { type Digest, type DigestLine, digestCard } from '../digest.ts';
import type { Incident } from '../incident.ts';
import { type Owed, recipientKey } from '../notice.ts';
import { oweDigest } from './card.ts';
import { lineOfChange, lineOfIncident } from './digest-lines.ts';
import type { Backlog, Folded } from './fold-backlog.ts';
import { tellingIn } from './scene.ts';
import { retold, type TellingChange } from './telling-change.ts';

/** Changes that one digest can list; the oldest are only counted. */
const changeLinesKept = 1_000;

/** The folded messages as lines of the digest that waits already, or of a new one. */
export function foldIntoDigest(backlog: Backlog, folded: readonly Owed[]): Omit<Folded, 'settle'> {
  const [first] = folded;
  if (!first) return { owe: [], oweBefore: [], putDigests: [], putIncidents: [] };
  const { incidents, now } = backlog;
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const waiting = waitingDigest(backlog);
  const digest = withLines(waiting ?? emptyDigest(first), folded.flatMap(lineOf), now);
  const owed = oweDigest(digest, byId, first.owedAt);
  return {
    owe: [owed],
    // It tells what is older than all that waits, and is told before it: a circuit's story keeps its order.
    oweBefore: waiting ? [] : [{ key: owed.key, before: first.key }],
    putDigests: [digest],
    putIncidents: retold(
      incidents,
      folded.flatMap((owed) => tellingOf(owed, byId, digest)),
    ),
  };
}

/** Owed and never posted: what is added to it will be seen when it is. */
function waitingDigest({ owed, posted, digests }: Backlog): Digest | undefined {
  const waiting = new Set(owed.map(({ card }) => card).filter((card) => card && !posted.has(card)));
  return digests.find(({ id, why }) => why === 'slack-away' && waiting.has(digestCard(id)));
}

/** Named after the first message in it: no other digest ever holds that. */
function emptyDigest({ key, to, owedAt }: Owed): Digest {
  return {
    id: `away.${key}`,
    revision: 0,
    channelId: recipientKey(to),
    why: 'slack-away',
    since: owedAt,
    until: owedAt,
    lines: [],
  };
}

function withLines(digest: Digest, added: readonly DigestLine[], now: number): Digest {
  const lines = [...digest.lines, ...added].toSorted((a, b) => a.at - b.at);
  const surplus = new Set(lines.filter(({ kind }) => kind === 'change').slice(0, -changeLinesKept));
  const omitted = (digest.omitted ?? 0) + surplus.size;
  return {
    ...digest,
    revision: digest.revision + 1,
    since: Math.min(digest.since, ...added.map(({ at }) => at)),
    until: now,
    lines: lines.filter((line) => !surplus.has(line)),
    ...(omitted > 0 ? { omitted } : {}),
  };
}

function lineOf({ notice }: Owed): readonly DigestLine[] {
  if (notice.kind === 'change') return [lineOfChange(notice.change, changeSeverity(notice.change))];
  return notice.kind === 'incident' ? [lineOfIncident(notice.view)] : [];
}

function tellingOf(
  { notice, card }: Owed,
  byId: ReadonlyMap<string, Incident>,
  digest: Digest,
): readonly TellingChange[] {
  const incident = notice.kind === 'incident' ? byId.get(notice.view.id) : undefined;
  const telling = incident && tellingIn(incident, digest.channelId);
  if (!telling || telling.card !== card) return [];
  const told = { ...telling, form: 'digest', card: digestCard(digest.id) } as const;
  return [{ incidentId: incident.id, channelId: digest.channelId, telling: told }];
}
