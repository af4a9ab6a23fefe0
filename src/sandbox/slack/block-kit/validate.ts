import { isObject } from '../world/json.ts';

export type Surface = 'message' | 'modal' | 'home';
export type BlocksProblem = { readonly error: string; readonly messages: readonly string[] };

export function checkBlocks(_surface: Surface, blocks: readonly unknown[]): BlocksProblem | undefined {
  return blocks.every(isObject)
    ? undefined
    : { error: 'invalid_blocks', messages: ['[ERROR] must be an object'] };
}
