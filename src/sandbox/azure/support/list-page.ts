import { type ArmContext, type ArmDeps, armBase } from '../arm/arm-env.ts';
import { invalid, supportJson } from './answers.ts';

/** One page of a list; the token says how many came before. `$top` may ask for fewer than a page holds. */
export function listPage(
  context: ArmContext,
  { settings, origin }: ArmDeps,
  all: readonly unknown[],
): Response {
  const { $top: top = String(settings.pageSize), $skiptoken, $skipToken = $skiptoken } = context.req.query();
  const skip = $skipToken === undefined ? 0 : Number(Buffer.from($skipToken, 'base64url').toString());
  if (!Number.isInteger(skip) || !/^[1-9]\d*$/.test(top)) return invalid('$top or $skipToken is not valid.');
  const end = skip + Math.min(Number(top), settings.pageSize);
  const asked = new URL(context.req.url).searchParams;
  asked.delete('$skiptoken');
  asked.set('$skipToken', Buffer.from(String(end)).toString('base64url'));
  const nextLink = `${armBase(context, origin)}${context.var.path}?${asked}`;
  return supportJson(200, { value: all.slice(skip, end), ...(end < all.length && { nextLink }) });
}
