import type { Delivery } from '../deliver/courier.ts';
import { type JsonObject, readJson } from '../world/json.ts';

/** What became of a delivery: `{ok, status, response}`, or `{ok: false, error, status?}` when the bot did not answer well. */
export function outcome(delivery: Delivery): JsonObject {
  if (delivery.ok) {
    return { ok: true, status: delivery.status, response: readJson(delivery.body) ?? delivery.body };
  }
  return { ok: false, error: delivery.error, ...(delivery.status && { status: delivery.status }) };
}
