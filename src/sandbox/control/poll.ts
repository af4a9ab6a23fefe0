import { BadCall } from './bad-call.ts';

/** A poll waits for Azure, which may be slowed down by faults. */
const timeoutMs = 60_000;

/** Makes the bot poll now, through its own operations port, and passes on what it answers. */
export async function pollBot(opsUrl: string | undefined): Promise<Response> {
  if (!opsUrl) {
    throw new BadCall(
      'no bot is connected whose operations port is known: PUT /control/slack/app {requestUrl, opsUrl}',
    );
  }
  const answer = await fetch(new URL('/poll', opsUrl), {
    method: 'POST',
    headers: { 'x-trunkline': 'sandbox' },
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new BadCall(`the bot does not answer on ${opsUrl}: start it, or name its port again`, { cause });
  });
  const body = await answer.text();
  const type = answer.headers.get('content-type') ?? 'text/plain';
  return new Response(body, { status: answer.status, headers: { 'content-type': type } });
}
