import { guidOf } from '../guid.ts';

/** Sub-resources carry their parent's etag, as they do in Azure. */
export function etagOf(key: string, revision: number): string {
  return `W/"${guidOf('etag', key, revision)}"`;
}
