/** Called on each page of a visit, with a name for the page. */
export type Look = (name: string) => Promise<void>;
