/** What an IRR server said to one question. */
export type IrrAnswer =
  /** Objects as text, blank lines between them. */
  | { readonly kind: 'data'; readonly text: string }
  /** It knows nothing of the kind. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly message: string };
