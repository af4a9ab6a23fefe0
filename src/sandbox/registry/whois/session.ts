/** One connection to a whois server, as its queries see it. */
export interface WhoisSession {
  /** Said before anything is asked. */
  readonly greeting: string;
  /** What is sent back for a line, and whether the connection ends then. */
  answer(line: string): Reply;
  /** What the server says when it will not, or cannot, answer. */
  refuse(line: string, why: 'too-many' | 'internal' | 'too-long'): Reply;
  /** Milliseconds without a query after which it closes. */
  idleMs(): number;
}

export type Reply = { readonly text: string; readonly closes: boolean };
