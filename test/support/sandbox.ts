import { z } from 'zod';
import { type SandboxBot, startSandbox } from '../../src/sandbox/start-sandbox.ts';

const Json = z.record(z.string(), z.unknown());

/** What a control call answered: its status and its JSON. */
export type ControlAnswer = { readonly status: number; readonly json: Record<string, unknown> };

/** A whole sandbox on a free port, driven as any other program would: over HTTP. */
export async function startTestSandbox(bot?: SandboxBot) {
  const sandbox = await startSandbox({ port: 0, ...(bot && { bot }) });
  const call = async (method: string, path: string, body?: unknown): Promise<ControlAnswer> => {
    const answer = await fetch(`${sandbox.url}/control/${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    return { status: answer.status, json: Json.parse(await answer.json()) };
  };
  return {
    ...sandbox,
    /** Paths are below `/control/`, for instance `slack/messages?channel=C0NETOPS001`. */
    control: {
      get: (path: string) => call('GET', path),
      post: (path: string, body: unknown) => call('POST', path, body),
      put: (path: string, body: unknown) => call('PUT', path, body),
    },
  };
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;
