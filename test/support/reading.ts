import { z } from 'zod';
import type { Json } from './control.ts';

type Shown = { readonly text?: string | undefined; readonly blocks: readonly Json[] };

const Option = z.looseObject({ text: z.object({ text: z.string() }), value: z.string() });
const Element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  text: z.object({ text: z.string() }).optional(),
  accessibility_label: z.string().optional(),
  options: z.array(Option).optional(),
});
export type Element = z.infer<typeof Element> & { readonly block_id: string };

/** Every word that stands in a message or view, block by block. */
export function wordsOf({ blocks }: Shown): string {
  return blocks.flatMap(textsIn).join('\n');
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'text' && typeof part === 'string' ? [part] : textsIn(part),
  );
}

/** Everything in it that can be pressed, chosen or filled in. */
export function elementsIn({ blocks }: Shown): readonly Element[] {
  return blocks.flatMap((block) => placedIn(block, String(block.block_id)));
}

function placedIn(value: unknown, blockId: string): readonly Element[] {
  if (Array.isArray(value)) return value.flatMap((part) => placedIn(part, blockId));
  if (typeof value !== 'object' || value === null) return [];
  const element = Element.safeParse(value);
  if (element.success) return [{ ...element.data, block_id: blockId }];
  return Object.values(value).flatMap((part) => placedIn(part, blockId));
}

/** The element that a person would call this: by its text, what is read aloud of it, or one of its options. */
export function elementNamed(shown: Shown, name: string): Element {
  const all = elementsIn(shown);
  const found = all.find((element) => namesOf(element).includes(name));
  if (found) return found;
  throw new Error(`there is nothing called "${name}"; there is ${all.flatMap(namesOf).join(', ')}`);
}

function namesOf({ text, accessibility_label: label, options = [] }: Element): readonly string[] {
  return [text?.text, label, ...options.map((option) => option.text.text)].filter(
    (name) => name !== undefined,
  );
}

/** What a press of it sends: a button's value, or that of the option of this name. */
export function pressedValue({ options, value }: Element, name: string): string | undefined {
  return options ? options.find((option) => option.text.text === name)?.value : value;
}

/** Names of the circuits on a page of the list, by their buttons. */
export function circuitsShownIn(shown: Shown): readonly string[] {
  return elementsIn(shown).flatMap(
    ({ accessibility_label: label }) => label?.match(/^Show circuit (.+)$/u)?.[1] ?? [],
  );
}

/** The texts in it whose marks Slack obeys: mrkdwn, and a message's own text. Plain text is shown as it is. */
export function formattedTextsOf({ text, blocks }: Shown): readonly string[] {
  return [...(text === undefined ? [] : [text]), ...blocks.flatMap(mrkdwnIn)];
}

function mrkdwnIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnIn);
}
