/** Reads the documents of a YAML text, or says in which line it is broken. */
export type ParseYaml = (text: string) => readonly unknown[] | { readonly brokenAt: number };

/** Whether a text cannot be JSON, so that it is worth the weight of a YAML parser. */
export const mayBeYaml = (text: string): boolean => !/^\s*(?:[{[]|$)/.test(text);

/** Fetches the YAML parser, which pages do without until a file needs it. Aliases may not multiply a small text into a large one. */
export async function loadYaml(): Promise<ParseYaml> {
  const { parseAllDocuments } = await import('yaml');
  return (text) => {
    const documents = parseAllDocuments(text, { logLevel: 'silent', prettyErrors: true });
    const values: unknown[] = [];
    for (const document of documents) {
      const [error] = document.errors;
      if (error !== undefined) return { brokenAt: error.linePos?.[0].line ?? 1 };
      const value: unknown = document.toJS({ maxAliasCount: 50, reviver: (_, inner: unknown) => inner ?? undefined });
      if (value !== undefined && value !== null) values.push(value);
    }
    return values;
  };
}
