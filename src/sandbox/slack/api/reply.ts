import type { JsonObject } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';

export type Reply = JsonObject & { readonly ok: boolean };

export const ok = (content: JsonObject = {}): Reply => ({ ok: true, ...content });

export const refuse = (error: string, more: JsonObject = {}): Reply => ({ ok: false, error, ...more });

export const invalidArguments = (messages: readonly string[]): Reply =>
  refuse('invalid_arguments', { response_metadata: { messages } });

export const missingScope = ({ grants }: SlackWorld, needed: string): Reply =>
  refuse('missing_scope', { needed, provided: grants.scopes().join(',') });
