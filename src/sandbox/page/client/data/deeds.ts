/** What a person does in the workspace. Each throws an ApiError with a sentence for them when it fails. */
import { ApiError, getJson, postJson, query } from './api.ts';
import { base64Of } from './base64.ts';
import type { Element, OptionGroup } from './blocks.ts';
import { actionValue, type ElementState, type FormValues, type GivenFile } from './form-values.ts';
import { store } from './store.ts';
import { loadMessages, loadViews, loadWorld } from './sync.ts';
import type { Outcome } from './wire.ts';

/** Where an element stands: on a message, or on a modal or Home. */
export type Spot = { readonly channel: string; readonly ts: string } | { readonly view_id: string };

const failures: Readonly<Record<string, string>> = {
  operation_timeout: 'the bot did not answer within 3 seconds (operation_timeout)',
  dispatch_failed: 'the bot could not be reached or refused it (dispatch_failed)',
};

async function act(what: string, path: string, body: object): Promise<Outcome> {
  const outcome = await postJson<Outcome>(`slack/${path}`, { user: store.get().me, ...body });
  if (outcome.ok === false) {
    const reason = outcome.error ?? 'no reason was given';
    throw new ApiError(`${what} failed: ${failures[reason] ?? reason}.`);
  }
  return outcome;
}

export async function runCommand(channel: string, line: string): Promise<void> {
  const [command = '', ...rest] = line.trim().split(/\s+/);
  const text = rest.length > 0 ? line.trim().slice(command.length).trim() : '';
  await act(command, 'command', { channel, command, text });
  await loadMessages(channel);
}

export async function writeMessage(channel: string, text: string, threadTs?: string): Promise<void> {
  await act('Sending', 'message', { channel, text, ...(threadTs && { thread_ts: threadTs }) });
  await loadMessages(channel);
}

/** Presses a button or chooses an option. `state` is what the element holds from now on. */
export async function pressElement(
  spot: Spot,
  blockId: string,
  element: Element,
  state?: ElementState,
): Promise<void> {
  const value = state ? actionValue(element, state) : element.value;
  const name = element.text?.text ?? element.placeholder?.text ?? element.action_id;
  await act(`“${name}”`, 'action', {
    ...spot,
    action_id: element.action_id,
    ...(blockId && { block_id: blockId }),
    ...(value !== undefined && { value }),
  });
}

export const submitView = (viewId: string, values: FormValues): Promise<Outcome> =>
  act('Submitting', 'submit', { view_id: viewId, values });

/** The file is the person's own until a form that names it is submitted. */
export async function uploadFile(file: File): Promise<GivenFile> {
  const body = { user: store.get().me, name: file.name, contentBase64: await base64Of(file) };
  const { id } = await postJson<{ id: string }>('slack/files', body);
  return { id, name: file.name, size: file.size };
}

export async function closeView(viewId: string): Promise<void> {
  await act('Closing', 'close-view', { view_id: viewId });
  await loadViews();
}

export async function openHome(): Promise<void> {
  await act('Opening Home', 'open-home', {});
  await loadViews();
}

/** What an external select offers for the typed text. */
export async function suggestOptions(
  spot: Spot,
  blockId: string,
  element: Element,
  typed: string,
): Promise<readonly OptionGroup[]> {
  const fields = {
    user: store.get().me,
    ...spot,
    block_id: blockId,
    action_id: element.action_id,
    value: typed,
  };
  const answer = await getJson<Pick<Element, 'options' | 'option_groups'>>(`slack/options?${query(fields)}`);
  return answer.option_groups ?? [{ options: answer.options ?? [] }];
}

/** Moves the world: circuits, faults, time, channels. */
export async function moveWorld(path: string, body: object): Promise<void> {
  const outcome = await postJson<Outcome>(path, body);
  if (outcome.ok === false) throw new ApiError(outcome.error ?? `The sandbox could not do it (${path}).`);
  await loadWorld();
}
