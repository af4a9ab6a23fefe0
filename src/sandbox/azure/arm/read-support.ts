import { type ArmApp, armJson } from './arm-env.ts';

/** Recorded in 2024; of the 371 services those that concern ExpressRoute. Types in upper case, as there. */
const services = [
  ['759b4975-eee7-178d-6996-31047d078bf2', 'ExpressRoute', ['MICROSOFT.NETWORK/EXPRESSROUTECIRCUITS']],
  ['74e3c1c3-412f-e934-70c5-24629ea33cf7', 'ExpressRoute Direct', ['MICROSOFT.NETWORK/EXPRESSROUTEPORTS']],
  ['ce989245-7b7b-ab4f-ac5a-a4ca2ee9d2a2', 'ExpressRoute Service Provider', []],
] as const;

/** The services for which Microsoft takes support requests. */
export function addSupportReads(app: ArmApp): void {
  app.get('/providers/microsoft.support/services', () =>
    armJson(200, {
      value: services.map(([name, displayName, resourceTypes]) => ({
        id: `/providers/Microsoft.Support/services/${name}`,
        name,
        type: 'Microsoft.Support/services',
        properties: { displayName, resourceTypes },
      })),
    }),
  );
}
