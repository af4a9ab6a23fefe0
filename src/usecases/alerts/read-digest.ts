import type { Digest, DigestLine } from '../../domain/alert/digest.ts';
import type { Incident } from '../../domain/alert/incident.ts';
import { pageOf } from '../page-of.ts';
import type { Store } from '../store.ts';

/** A line of a digest with its incident as it is now; without one: a change, or an incident of long ago. */
export type DigestEntry = { readonly line: DigestLine; readonly incident?: Incident };

export type DigestPage = {
  readonly digest: Digest;
  readonly entries: readonly DigestEntry[];
  /** Counted from 0. */
  readonly page: number;
  readonly pageCount: number;
};

const pageSize = 10;

/** A page of the whole list behind a digest; undefined: it was forgotten. A page past the end is the last one. */
export async function readDigest(
  { store }: { readonly store: Pick<Store, 'digest' | 'incident'> },
  id: string,
  wantedPage: number,
): Promise<DigestPage | undefined> {
  const digest = await store.digest(id);
  if (!digest) return undefined;
  const { shown, page, pageCount } = pageOf(digest.lines, wantedPage, pageSize);
  const entries = await Promise.all(shown.map((line) => entryOf(line, store)));
  return { digest, entries, page, pageCount };
}

async function entryOf(line: DigestLine, store: Pick<Store, 'incident'>): Promise<DigestEntry> {
  const incident = line.kind === 'incident' ? await store.incident(line.incidentId) : undefined;
  return incident ? { line, incident } : { line };
}
