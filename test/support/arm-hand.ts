import type { World } from './world.ts';

export const emea = '/subscriptions/5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001';
export const americas = '/subscriptions/a94d02f6-71c3-4b58-8e2f-6d0b95c3a002';

/** Somebody in the portal: changes Azure behind the bot's back. `path`: below Azure's origin, without the api-version. */
export async function changeInPortal(
  world: Pick<World, 'url' | 'environment'>,
  path: string,
  body: unknown,
): Promise<void> {
  const answer = await fetch(`${world.url}/azure${path}?api-version=2025-05-01`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${world.environment.AZURE_STATIC_TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`PUT ${path} is refused: ${await answer.text()}`);
}
