/** Properties that this Azure does not know the meaning of: kept and returned, as a newer api-version's would be. */
export type UnknownProperties = Readonly<Record<string, unknown>>;
