import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  HeaderBlock,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { cutMrkdwn } from './cut.ts';
import { clip, type Mrkdwn, plain } from './mrkdwn.ts';

/** Limits: test/fixtures/slack/limits.json. */
const sectionLimit = 3_000;
const fieldLimit = 2_000;
const buttonLimit = 75;
const optionLimit = 75;

export function section(text: Mrkdwn, accessory?: SectionBlock['accessory']): SectionBlock {
  return { type: 'section', text: mrkdwnText(text, sectionLimit), ...(accessory ? { accessory } : {}) };
}

/** Pairs in two columns; Slack takes ten at most. */
export function fields(...texts: readonly Mrkdwn[]): SectionBlock {
  return { type: 'section', fields: texts.slice(0, 10).map((text) => mrkdwnText(text, fieldLimit)) };
}

export function context(...texts: readonly Mrkdwn[]): ContextBlock {
  return { type: 'context', elements: texts.slice(0, 10).map((text) => mrkdwnText(text, sectionLimit)) };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, 150) };
}

export const divider = { type: 'divider' } as const;

export function actions(...elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', elements };
}

export type ButtonOptions = {
  readonly style?: 'primary' | 'danger';
  readonly confirm?: ConfirmationDialog;
  /** Read aloud instead of the text, where the text alone says too little. */
  readonly label?: string;
};

export function button(text: string, actionId: string, value: string, options: ButtonOptions = {}): Button {
  const { style, confirm, label } = options;
  return {
    type: 'button',
    text: plainText(text, buttonLimit),
    action_id: actionId,
    value,
    ...(style ? { style } : {}),
    ...(confirm ? { confirm } : {}),
    ...(label ? { accessibility_label: clip(plain(label), 75) } : {}),
  };
}

export type Choice = { readonly text: string; readonly value: string; readonly description?: string };

export function select(placeholder: string, actionId: string, choices: readonly Choice[]): StaticSelect {
  return {
    type: 'static_select',
    action_id: actionId,
    placeholder: plainText(placeholder, 150),
    options: choices.slice(0, 100).map(option),
  };
}

/** As many of the first choices as a menu holds (a hundred) and `limit` characters of JSON. */
export function choicesWithin(limit: number, choices: readonly Choice[]): readonly Choice[] {
  let size = 0;
  const fits = (choice: Choice) => {
    size += JSON.stringify(option(choice)).length + 1;
    return size <= limit;
  };
  const end = choices.findIndex((choice) => !fits(choice));
  return choices.slice(0, Math.min(end < 0 ? choices.length : end, 100));
}

/** Two to five choices behind three dots. */
export function overflow(actionId: string, choices: readonly Choice[]): Overflow {
  return { type: 'overflow', action_id: actionId, options: choices.slice(0, 5).map(option) };
}

export function confirm(title: string, text: string, yes: string, no: string): ConfirmationDialog {
  return {
    title: plainText(title, 100),
    text: plainText(text, 300),
    confirm: plainText(yes, 30),
    deny: plainText(no, 30),
  };
}

export function option({ text, value, description }: Choice): PlainTextOption {
  return {
    text: plainText(text, optionLimit),
    value,
    ...(description ? { description: plainText(description, optionLimit) } : {}),
  };
}

export function plainText(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: clip(plain(text), limit) || '–', emoji: true };
}

/** Verbatim: Slack makes nothing of what looks like an address, a channel or a name in it. */
function mrkdwnText({ mrkdwn }: Mrkdwn, limit: number): MrkdwnElement {
  return { type: 'mrkdwn', text: cutMrkdwn(mrkdwn, limit) || '–', verbatim: true };
}
