/** What came of a query, before it is framed in the style in which it was asked. */
export type Outcome =
  /** The text is never empty. */
  | { readonly kind: 'data'; readonly text: string }
  /** Well asked, and there is nothing to tell. */
  | { readonly kind: 'done' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'error'; readonly message: string }
  /** No answer at all, not even an empty one. */
  | { readonly kind: 'silent' };

export const done: Outcome = { kind: 'done' };
export const silent: Outcome = { kind: 'silent' };
export const failed = (message: string): Outcome => ({ kind: 'error', message });
export const told = (text: string): Outcome => (text === '' ? { kind: 'not-found' } : { kind: 'data', text });

/** IRRd's own frames. The length counts bytes, the newline behind the data included. */
export function irrdFrame(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'data':
      return `A${Buffer.byteLength(outcome.text) + 1}\n${outcome.text}\nC\n`;
    case 'done':
      return 'C\n';
    case 'not-found':
      return 'D\n';
    case 'error':
      return `F ${outcome.message}\n`;
    case 'silent':
      return '';
  }
}

/** How IRRd answers in RIPE's style: each answer ends with two empty lines. */
export function ripeFrame(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'data':
      return `${outcome.text}\n\n\n`;
    case 'done':
    case 'not-found':
      return '%  No entries found for the selected source(s).\n\n\n';
    case 'error':
      return `%% ERROR: ${outcome.message}\n\n\n`;
    case 'silent':
      return '';
  }
}
