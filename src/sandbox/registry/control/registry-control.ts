import { Hono } from 'hono';
import type { z } from 'zod';
import { answerError, BadCall, readBody } from '../../control/bad-call.ts';
import { covers, firstAddress, lastAddress, type Prefix, prefixText } from '../world/prefix.ts';
import type { Holder } from '../world/records.ts';
import type { RegistryWorld } from '../world/registry-world.ts';
import { HolderCall, RemarkCall, RouteCall, VrpCall } from './registry-calls.ts';

/** `/control/registry`: the hand that writes into the registries, or strikes out. */
export function createRegistryControl(world: RegistryWorld): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.post('/routes', async (context) => {
    const { present, maintainers, ...route } = await readBody(context, RouteCall);
    if (present) world.putRoute({ ...route, maintainers: maintainers ?? [`MAINT-AS${route.origin}`] });
    else if (!world.removeRoute(route)) throw absentRoute(world, route);
    return context.json({ ok: true });
  });
  app.post('/vrps', async (context) => {
    const { present, prefix, maxLength = prefix.length, ...rest } = await readBody(context, VrpCall);
    const vrp = { ...rest, prefix, maxLength };
    if (present) world.putVrp(vrp);
    else if (!world.removeVrp(vrp)) throw absentVrp(world, vrp);
    return context.json({ ok: true });
  });
  app.post('/holders', async (context) => {
    const { present, ...wanted } = await readBody(context, HolderCall);
    if (present) world.putHolder(holderOf(wanted));
    else if (!world.removeHolder(wanted.prefix))
      throw absent('record', wanted.prefix, blocks(world.holders()));
    return context.json({ ok: true });
  });
  app.post('/remarks', async (context) => {
    const { prefix, text, present } = await readBody(context, RemarkCall);
    const holder = world.holderOf(prefix);
    if (!holder) throw absent('record that holds', prefix, blocks(world.holders()));
    const others = holder.remarks.filter((remark) => remark !== text);
    if (!present && others.length === holder.remarks.length) {
      throw new BadCall(`text: the record ${holder.handle} has no such remark`);
    }
    world.putHolder({ ...holder, remarks: present ? [...others, text] : others });
    return context.json({ ok: true, handle: holder.handle });
  });
  app.all('*', ({ req }) => {
    throw new BadCall(`there is no control call ${req.method} ${req.path}`);
  });
  return app;
}

function holderOf(wanted: Omit<z.infer<typeof HolderCall>, 'present'>): Holder {
  const { prefix, organization, registry, remarks } = wanted;
  if (organization === undefined) throw new BadCall('organization is missing');
  const range = prefix.family === 4 ? `${firstAddress(prefix)} - ${lastAddress(prefix)}` : prefixText(prefix);
  return {
    prefix,
    organization,
    registry,
    remarks,
    handle:
      wanted.handle ??
      (registry === 'ARIN' ? `NET-${firstAddress(prefix).replaceAll(/[.:]+/gu, '-')}-1` : range),
    name: wanted.name ?? 'NET-SANDBOX',
    country: wanted.country ?? 'ZZ',
    type: wanted.type ?? 'ASSIGNED PA',
  };
}

function absentRoute(
  world: RegistryWorld,
  { prefix, origin, source }: Omit<z.infer<typeof RouteCall>, 'present'>,
) {
  const near = world.routes().filter((route) => covers(route.prefix, prefix) || covers(prefix, route.prefix));
  const known = near.map((route) => `${prefixText(route.prefix)} AS${route.origin} in ${route.source}`);
  return absent(`route object by AS${origin} in ${source} for`, prefix, known);
}

function absentVrp(world: RegistryWorld, { prefix, asn }: { readonly prefix: Prefix; readonly asn: number }) {
  const near = world.vrps().filter((vrp) => covers(vrp.prefix, prefix) || covers(prefix, vrp.prefix));
  const known = near.map((vrp) => `${prefixText(vrp.prefix)}-${vrp.maxLength} AS${vrp.asn} ${vrp.ta}`);
  return absent(`such VRP for AS${asn} and`, prefix, known);
}

function absent(what: string, prefix: Prefix, known: readonly string[]): BadCall {
  const near = known.length > 0 ? `: there is ${known.join(', ')}` : '';
  return new BadCall(`prefix: there is no ${what} ${prefixText(prefix)}${near}`);
}

const blocks = (holders: readonly Holder[]): readonly string[] =>
  holders.map(({ prefix }) => prefixText(prefix));
