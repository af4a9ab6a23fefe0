import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';

/** What a bot says of itself when it is asked from outside. */
export type BotReadiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unready'; readonly reasons: readonly string[] }
  | { readonly kind: 'silent' };

export type BotDeps = {
  /** The process that uses the store; undefined: none does. */
  readonly holder: { readonly pid: number; readonly host: string } | undefined;
  readonly host: string;
  readonly opsPort: number;
  readonly ask: (opsPort: number) => Promise<BotReadiness>;
};

/** Whether a bot runs on this state, and what it says of itself. */
export function checkBot({ holder, host, opsPort, ask }: BotDeps): Check {
  const name = 'Bot';
  return {
    name,
    look: async () => {
      if (!holder) return [notRunning];
      const who = `Process ${holder.pid} on ${holder.host}`;
      if (holder.host !== host) return [elsewhere(who)];
      return [told(who, opsPort, opsPort === 0 ? { kind: 'silent' } : await ask(opsPort))];
    },
  };
}

const notRunning: Finding = {
  name: 'Bot',
  level: 'skipped',
  found: 'No bot uses this DATA_DIR now.',
  mend: 'Start it with `npm run bot`.',
};

function elsewhere(who: string): Finding {
  return {
    name: 'Bot',
    level: 'skipped',
    found: `${who} uses this DATA_DIR; it can be asked there only.`,
    mend: 'Run the doctor on that machine, or write `/circuit doctor` in Slack.',
  };
}

function told(who: string, opsPort: number, readiness: BotReadiness): Finding {
  switch (readiness.kind) {
    case 'ready':
      return { name: 'Bot', level: 'ok', found: `${who} runs and says that it is ready.` };
    case 'unready':
      return {
        name: 'Bot',
        level: 'fail',
        found: `${who} runs and is not ready: ${readiness.reasons.join(', ')}.`,
        mend: 'docs/operations.md says of each of these what to do.',
      };
    case 'silent':
      return {
        name: 'Bot',
        level: 'warn',
        found: `${who} uses this DATA_DIR and does not answer at its ops port (${opsPort}).`,
        mend: 'See that OPS_PORT is the same here as where the bot was started; if it is, restart the bot.',
      };
  }
}
