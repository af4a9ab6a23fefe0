import { type Digest, digestCard } from '../../domain/alert/digest.ts';
import type { Incident } from '../../domain/alert/incident.ts';
import { incidentView } from '../../domain/alert/incidents/incident-view.ts';
import type { Owed } from '../../domain/alert/notice.ts';
import { cardName, oweDigest } from '../../domain/alert/telling/card.ts';
import { ownKey } from '../../domain/alert/telling/own-key.ts';
import { retold } from '../../domain/alert/telling/telling-change.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Posted } from '../ports.ts';
import type { DeskDeps } from './desk-deps.ts';

type Arrived = ReadonlyMap<string, Posted>;

/**
 * A digest of what could not be sent for long, before it is posted: what the channel was told after all by messages of
 * their own is taken out of it. An incident of which a card stands goes on there. Nothing left: it is not sent. Only in
 * the turn of the desk, which writes digests too.
 */
export async function dropTold(
  { store, now }: Pick<DeskDeps, 'store' | 'now'>,
  digestId: string,
  arrived: Arrived,
): Promise<void> {
  const digest = await store.digest(digestId);
  if (!digest) return;
  const { channelId } = digest;
  const isTold = (line: Digest['lines'][number]) => arrived.has(ownKey(line, channelId));
  const lines = digest.lines.filter((line) => !isTold(line));
  const left: Digest = { ...digest, revision: digest.revision + 1, lines };
  const incidents = await store.incidents({ all: true });
  const stand = incidentsThatStand(digest, incidents, arrived);
  const isEmpty = lines.length + (digest.omitted ?? 0) === 0;
  const version = oweDigest(left, new Map(incidents.map((incident) => [incident.id, incident])), now());
  const versions = (await store.owed()).filter(({ card }) => card === digestCard(digestId));
  await store.commit({
    putDigests: [left],
    putIncidents: retold(
      incidents,
      stand.map(({ incident, card }) => ({
        incidentId: incident.id,
        channelId,
        telling: asCard(incident, card, channelId),
      })),
    ),
    putPosted: stand.map(({ card, posted }) => ({ card, posted })),
    owe: [...stand.map((one) => lastVersion(one, channelId, now())), ...(isEmpty ? [] : [version])],
    settle: isEmpty ? versions.map(({ key }) => key) : [],
  });
}

type Standing = { readonly incident: Incident; readonly card: string; readonly posted: Posted };

function incidentsThatStand(
  { lines, channelId }: Digest,
  incidents: readonly Incident[],
  arrived: Arrived,
): readonly Standing[] {
  return incidents.flatMap((incident) => {
    const card = cardName(incident.id, 0, channelId);
    const posted = arrived.get(card);
    const isLine = lines.some((line) => line.kind === 'incident' && line.incidentId === incident.id);
    return posted && isLine ? [{ incident, card, posted }] : [];
  });
}

function asCard({ severity, steps, tellings }: Incident, card: string, channelId: string) {
  const before = tellings.find((telling) => telling.channelId === channelId);
  const told = { bumps: 0, toldSeverity: severity, toldStep: steps.at(-1)?.n ?? 0, ...before };
  return { ...told, channelId, form: 'card', card } as const;
}

/** The card shows how things were when it was sent. The key of this state's version was settled when it was folded. */
function lastVersion({ incident, card }: Standing, channelId: string, owedAt: Instant): Owed {
  return {
    key: `${card}.${incident.revision}.after-all@${channelId}`,
    to: { channelId },
    notice: { kind: 'incident', view: incidentView(incident) },
    owedAt,
    card,
  };
}
