import type { JsonObject } from './json.ts';

/** The options that the bot offered last for an external select: choosing one of them needs its text. */
export interface Suggestions {
  remember(actionId: string, options: readonly JsonObject[]): void;
  find(actionId: string, value: string): JsonObject | undefined;
}

export function createSuggestions(): Suggestions {
  const offered = new Map<string, readonly JsonObject[]>();
  return {
    remember: (actionId, options) => void offered.set(actionId, options),
    find: (actionId, value) => offered.get(actionId)?.find((option) => option.value === value),
  };
}
