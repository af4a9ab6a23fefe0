import { app } from '../world/app-identity.ts';
import type { JsonObject } from '../world/json.ts';

export type Reply = JsonObject & { readonly ok: boolean };

export const ok = (content: JsonObject = {}): Reply => ({ ok: true, ...content });

export const refuse = (error: string, more: JsonObject = {}): Reply => ({ ok: false, error, ...more });

export const invalidArguments = (messages: readonly string[]): Reply =>
  refuse('invalid_arguments', { response_metadata: { messages } });

export const missingScope = (needed: string): Reply =>
  refuse('missing_scope', { needed, provided: app.scopes.join(',') });
