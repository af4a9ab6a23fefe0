/** The name of a request's one message in Slack, by which all its versions are known. */
export function cardOf({ id }: { readonly id: string }): string {
  return `request.${id}`;
}
