import type { WebClient } from '@slack/web-api';
import type { Caller } from '../../usecases/caller.ts';

/** What it takes to open a modal for somebody: a trigger lives three seconds and is good for one. */
export type Opener = { readonly client: WebClient; readonly triggerId: string; readonly caller: Caller };
