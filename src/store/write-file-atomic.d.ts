/** The package brings no types; these are the parts of version 7 that are used here. */
declare module 'write-file-atomic' {
  type Options = {
    mode: number;
    /** Awaited before anything is written; the file has been created with `mode`. */
    tmpfileCreated: (temporaryPath: string) => Promise<void>;
  };
  function writeFileAtomic(path: string, data: undefined, options: Options): Promise<void>;
  export = writeFileAtomic;
}
