/** The control API. It says what is wrong in `error`, and so does the page. */
export class ApiError extends Error {
  readonly kind = 'api';
}

export const getJson = <Answer>(path: string): Promise<Answer> => call<Answer>(path);

export const postJson = <Answer>(path: string, body: object): Promise<Answer> =>
  call<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(`/control/${path}`, init).catch((cause: unknown) => {
    throw new ApiError('The sandbox does not answer. Is it still running?', { cause });
  });
  const text = await answer.text();
  const body = parse(text);
  if (!answer.ok) throw new ApiError(sentence(body, text) ?? `The sandbox answered ${answer.status}.`);
  return body;
}

function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function sentence(body: { error?: unknown }, text: string): string | undefined {
  if (typeof body.error === 'string') return body.error;
  return text.length > 0 && text.length < 300 ? text : undefined;
}

export const query = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString();
