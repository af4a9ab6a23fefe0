import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useStore } from '../data/store.ts';
import type { AdvertisedPrefix, RegistrySight } from '../data/wire.ts';
import { DeedButton } from './deed-button.ts';

type Route = RegistrySight['routes'][number];

/** What the registries have of an advertised prefix; route objects come and go. */
export function RegistryTools({ advertised }: { advertised: AdvertisedPrefix }): VNode | null {
  const { prefix, wantedRoute } = advertised;
  const sight = useStore((state) => state.world?.registry?.advertised.find((one) => one.prefix === prefix));
  if (!sight) return null;
  const wanted = wantedRoute && { ...wantedRoute, prefix };
  const isThere = wanted && sight.routes.some((route) => isSame(route, wanted));
  return html`<ul class="registry" aria-label=${`Registries about ${prefix}`} data-testid=${`registry-${prefix}`}>
    <li class="quiet">${held(sight)}</li>
    ${sight.routes.map((route) => html`<${RouteRow} key=${nameOf(route)} route=${route} />`)}
    ${sight.vrps.map((vrp) => html`<li key=${`${vrp.prefix} ${vrp.asn}`} class="quiet">ROA ${vrp.prefix}, at most /${vrp.maxLength}, AS${vrp.asn}</li>`)}
    ${
      wanted &&
      !isThere &&
      html`<li><${DeedButton} path="registry/routes" body=${wanted} testId=${`register-${prefix}`}
        title="The route object that Microsoft looks for">Register AS${wanted.origin} in ${wanted.source}<//></li>`
    }
  </ul>`;
}

function RouteRow({ route }: { route: Route }): VNode {
  const { prefix, origin, source } = route;
  return html`<li><span>${nameOf(route)}</span>
    <${DeedButton} path="registry/routes" body=${{ prefix, origin, source, present: false }} testId=${`unregister-${prefix}-${origin}-${source}`}
      title="The route object is taken away">Take away<//>
  </li>`;
}

const nameOf = ({ prefix, origin, source }: Route): string => `${prefix} AS${origin} · ${source}`;

const isSame = (one: Route, other: Route): boolean => nameOf(one) === nameOf(other);

const held = ({ holder }: RegistrySight): string =>
  holder ? `Held by ${holder.organization} · ${holder.registry}` : 'Held by nobody that a registry knows';
