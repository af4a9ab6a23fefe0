import type { BotReadiness } from '../usecases/doctor/checks/bot.ts';

const timeoutMs = 3_000;

/** Asks the ops port of the bot on this machine. */
export async function askReadiness(port: number): Promise<BotReadiness> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body: unknown = await answer.json();
    if (!isReadiness(body)) return { kind: 'silent' };
    return body.ready ? { kind: 'ready' } : { kind: 'unready', reasons: body.reasons.map(String) };
  } catch {
    return { kind: 'silent' };
  }
}

function isReadiness(
  body: unknown,
): body is { readonly ready: boolean; readonly reasons: readonly unknown[] } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'ready' in body &&
    typeof body.ready === 'boolean' &&
    'reasons' in body &&
    Array.isArray(body.reasons)
  );
}
