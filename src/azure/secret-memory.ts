const keyField = /"(?:service|authorization|shared|activation)Key"\s*:\s*"([^"\\]+)"/giu;
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
      for (const [, key = ''] of json.matchAll(keyField)) {
        if (!nobodysKey.test(key)) known.add(key.toLowerCase());
      }
      for (const oldest of known) {
        if (known.size <= limit) break;
        known.delete(oldest);
      }
    },
  };
}
