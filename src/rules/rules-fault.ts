/** A file with rules cannot be used. Its message lists all that is wrong, for whoever starts Trunkline. */
export class RulesFault extends Error {
  readonly kind = 'rules';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(['the rules are not usable:', ...problems.map((problem) => `- ${problem}`)].join('\n'));
    this.name = 'RulesFault';
    this.problems = problems;
  }
}
