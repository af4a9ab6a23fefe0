/** What Microsoft does to the link, in the middle of a sentence; a category that nobody knows as it came. */
const categories: ReadonlyMap<string, string> = new Map([
  ['bgpdisconnect', 'BGP disconnected'],
  ['aspathprepend', 'AS path prepended'],
]);

export function failoverCategoryName(category: string): string {
  return categories.get(category.toLowerCase()) ?? category;
}
