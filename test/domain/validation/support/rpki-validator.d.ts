/** Origin validation by somebody else: a trie over strings of bits. Only what is used here. */
declare module 'rpki-validator' {
  type Roa = { readonly prefix: string; readonly maxLength: number; readonly asn: number };
  type Verdict = { readonly valid: boolean | null; readonly reason: string | null };
  class RpkiValidator {
    constructor(options: { readonly connector: 'external' });
    setVRPs(vrps: readonly Roa[]): void;
    preCache(): Promise<boolean>;
    empty(): void;
    validateFromCacheSync(prefix: string, origin: number, verbose: true): Verdict;
  }
  export = RpkiValidator;
}
