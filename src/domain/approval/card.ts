/** The name of a request's one message in Slack, under which all its versions are known. */
export function requestCard(requestId: string): string {
  return `request.${requestId}`;
}
