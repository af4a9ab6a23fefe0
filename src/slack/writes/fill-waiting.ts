import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { platformCode } from '../outcome.ts';

/** A modal that stands open. */
export type OpenModal = { readonly client: WebClient; readonly viewId: string };

/**
 * Puts an answer in the place of "One moment". Whoever has closed the modal meanwhile has gone on to something else:
 * nothing broke, and nothing is to be told. Source: views.update, error `not_found`.
 */
export async function fillWaiting({ client, viewId }: OpenModal, view: ModalView): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    if (platformCode(error) !== 'not_found') throw error;
  }
}
