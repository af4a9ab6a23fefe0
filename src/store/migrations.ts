/** First thing in every file of ours: a JSON file without it is somebody else's. */
export const marker = 'store';

type RawDocument = Readonly<Record<string, unknown>>;

/** Lifts a document by one version; pure, and knows nothing of the schema of today. */
export type Migration = (raw: RawDocument) => RawDocument;

/** Version 2 knows requests and what belongs to them: orders, cards in Slack, the audit trail. */
const addRequests: Migration = (raw) => ({
  ...raw,
  requests: [],
  orders: [],
  posted: [],
  dueAudit: [],
  settledAudit: [],
});

/** Version 3 knows what runs over circuits, incidents and digests of them, and when channels want to be left alone. */
const addIncidents: Migration = (raw) => ({
  ...raw,
  quietHours: [],
  windows: [],
  incidents: [],
  digests: [],
  held: [],
  connectivity: [],
});

/** Version 4 knows cases of manual validation, and what registries have of the prefixes that Microsoft accepted. */
const addCases: Migration = (raw) => ({ ...raw, cases: [], registrations: [] });

/** The first lifts version 1 to 2, and so on. Never change one that was released. */
const migrations: readonly Migration[] = [addRequests, addIncidents, addCases];

export const currentVersion = migrations.length + 1;

export type Migrated =
  | { readonly kind: 'current'; readonly raw: RawDocument }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer'; readonly version: number; readonly newest: number }
  | { readonly kind: 'damaged'; readonly why: string };

/** Brings parsed JSON to the newest version that the chain leads to. */
export function migrate(raw: unknown, chain: readonly Migration[] = migrations): Migrated {
  if (!isRecord(raw) || raw.trunkline !== marker) return { kind: 'foreign' };
  const { schemaVersion: version } = raw;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    return { kind: 'damaged', why: 'it does not say its schemaVersion' };
  }
  const newest = chain.length + 1;
  if (version > newest) return { kind: 'newer', version, newest };
  try {
    const lifted = chain.slice(version - 1).reduce((document, migration) => migration(document), raw);
    return { kind: 'current', raw: { ...lifted, schemaVersion: newest } };
  } catch (cause) {
    return { kind: 'damaged', why: `it could not be brought from version ${version} to ${newest}: ${cause}` };
  }
}

function isRecord(value: unknown): value is RawDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
