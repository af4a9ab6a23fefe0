/** How much of an IRR server's answers is read, in bytes. Real answers for one prefix are a few kilobytes. */
export const limits = {
  line: 16_384,
  answer: 1_048_576,
  connection: 33_554_432,
  /** Objects for one prefix and what covers it. */
  objects: 2_000,
} as const;
