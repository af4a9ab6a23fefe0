const keyField = /"(?:service|authorization|shared|activation)Key"\s*:\s*"([^"\\]+)"/giu;
/** A validation ID holds the service key: facts/registry.md 1. */
const keyInValidationId = /"validationId"\s*:\s*"Azure-SKEY(?:\||\\u007c)([0-9a-f-]+)/giu;
const nobodysKey = /^[0-]*$/u;

/** Enough for every key of a large estate; the oldest go first. */
const limit = 5_000;

/** The keys that went to Azure or came from it, so that none of them is repeated in the words of an error. */
export type SecretMemory = { readonly known: ReadonlySet<string>; learn(json: string): void };

export function createSecretMemory(): SecretMemory {
  const known = new Set<string>();
  return {
    known,
    learn(json) {
      const found = [...json.matchAll(keyField), ...json.matchAll(keyInValidationId)];
      for (const [, key = ''] of found) {
        if (!nobodysKey.test(key)) known.add(key.toLowerCase());
      }
      for (const oldest of known) {
        if (known.size <= limit) break;
        known.delete(oldest);
      }
    },
  };
}
