import { z } from 'zod';
import { type Sandbox, startSandbox } from './start-sandbox.ts';

/** Why the sandbox cannot start, in words for the person who starts it. */
export class SandboxStartError extends Error {
  readonly kind = 'sandbox-start';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);
const httpUrl = z.url({ protocol: /^https?$/ });

/** An empty value, as an .env file may have it, is none. */
const named = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const Environment = z.object({
  SANDBOX_PORT: named(port.default(4400)),
  SANDBOX_BOT_URL: named(httpUrl.default('http://127.0.0.1:3000/slack/events')),
  SANDBOX_BOT_OPS_URL: named(httpUrl.default('http://127.0.0.1:4401')),
});

const expected: Readonly<Record<string, string>> = {
  SANDBOX_PORT: 'must be a port number, 0 to 65535 (0 takes any free one)',
  SANDBOX_BOT_URL: 'must be an http URL, where the bot takes Slack requests',
  SANDBOX_BOT_OPS_URL: "must be an http URL, the bot's operations port",
};

/**
 * Starts the world alone and says what a bot needs to use it. `write` gets whole lines.
 * Throws SandboxStartError.
 */
export async function runSandbox(
  env: Readonly<Record<string, string | undefined>>,
  write: (line: string) => void,
): Promise<Sandbox> {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) throw new SandboxStartError(parsed.error.issues.map(complaint).join('\n'));
  const { SANDBOX_PORT, SANDBOX_BOT_URL, SANDBOX_BOT_OPS_URL } = parsed.data;
  const bot = { requestUrl: SANDBOX_BOT_URL, opsUrl: SANDBOX_BOT_OPS_URL };
  const sandbox = await startSandbox({ port: SANDBOX_PORT, bot, tellsWallTime: true }).catch(
    (cause: unknown) => {
      throw startError(cause, SANDBOX_PORT);
    },
  );
  for (const [name, value] of Object.entries(sandbox.environment)) write(`${name}=${value}`);
  write(`sandbox ready ${sandbox.url}`);
  return sandbox;
}

function complaint(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  return `${name} ${expected[name] ?? issue.message}`;
}

function startError(cause: unknown, port: number): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return new SandboxStartError(`port ${port} is in use: stop what listens there, or set SANDBOX_PORT`, {
      cause,
    });
  }
  if (code === 'EACCES') {
    return new SandboxStartError(`port ${port} is not allowed: set SANDBOX_PORT to one above 1023`, {
      cause,
    });
  }
  return cause;
}
