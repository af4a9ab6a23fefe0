import { toWireJson } from './json.ts';

export type ArmErrorBody = {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly { readonly code: string; readonly message: string }[];
};

/** ARM's error answer. */
export function armError(
  status: number,
  error: ArmErrorBody,
  headers: Record<string, string> = {},
): Response {
  return new Response(toWireJson({ error }), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** 404 of the gateway, which knows the resources by name alone. */
export function resourceNotFound(type: string, name: string, group: string): Response {
  const message =
    `The Resource '${type}/${name}' under resource group '${group}' was not found. ` +
    'For more details please go to https://aka.ms/ARMResourceNotFoundFix';
  return armError(404, { code: 'ResourceNotFound', message }, { 'x-ms-failure-cause': 'gateway' });
}

/** 404 of the resource provider: the gateway let the call through. */
export function notFound(id: string): Response {
  return armError(404, { code: 'NotFound', message: `Resource ${id} not found.`, details: [] });
}
