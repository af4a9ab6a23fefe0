/** `skipped`: not tried, because it is not in use, would change something, or needs what is not there. */
export const findingLevels = ['ok', 'warn', 'fail', 'skipped'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** What the doctor says of one thing. No secret, no URL of the environment is in it. */
export type Finding = {
  /** What was looked at: `Slack scopes`. */
  readonly name: string;
  readonly level: FindingLevel;
  /** What was met, in a sentence. */
  readonly found: string;
  /** What to do about it, in a sentence: the very command or role where there is one. */
  readonly mend?: string;
};
