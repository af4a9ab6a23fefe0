/** Files of cases: beside the store, mode 0600, one folder a case. Throws StoreFault. */
export interface CaseFiles {
  /** The id under which it is kept. Written whole and durably, or not at all. */
  keep(caseId: string, fileId: string, content: Uint8Array): Promise<void>;
  /** Undefined: it was removed, or never there. */
  read(caseId: string, fileId: string): Promise<Uint8Array | undefined>;
  /** All of a case's. Done twice is done once. */
  remove(caseId: string): Promise<void>;
  /** Every file that is here. */
  list(): Promise<readonly KeptFile[]>;
  /** One file alone. Done twice is done once. */
  removeFile(file: KeptFile): Promise<void>;
}

export type KeptFile = { readonly caseId: string; readonly fileId: string };

/** Files in Slack. Throws SlackFault. */
export interface SlackFiles {
  /**
   * What somebody put into a form, at most `maxBytes`. Undefined: Slack has it no more, or it is larger. Only Slack's own
   * address is ever asked, with the bot's token.
   */
  fetch(fileId: string, maxBytes: number): Promise<FetchedFile | undefined>;
  /** Puts a file into a message's thread. */
  share(file: SharedFile): Promise<void>;
}

export type FetchedFile = {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly content: Uint8Array;
};

export type SharedFile = {
  readonly channelId: string;
  readonly threadTs: string;
  readonly name: string;
  readonly title: string;
  readonly content: Uint8Array;
};
