const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** A text as it may stand in a page, between tags or in a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<"]/g, (found) => ESCAPES[found] as string);
