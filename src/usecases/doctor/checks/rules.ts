import type { Rules } from '../../ports.ts';
import type { Check } from '../check.ts';

/** Whether the files of ACCESS_FILE and POLICY_FILE hold as they stand. */
export function checkRules(rules: Pick<Rules, 'troubles'>): Check {
  const name = 'Rules';
  return {
    name,
    look: async () => {
      const troubles = rules.troubles();
      if (troubles.length === 0)
        return [{ name, level: 'ok', found: 'The rules in force are those of the files.' }];
      return troubles.map((trouble) => ({
        name,
        level: 'fail',
        found: trouble,
        mend: 'Mend the file: until then a bot that runs keeps the last good rules, and none starts.',
      }));
    },
  };
}
