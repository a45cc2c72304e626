/** A type of the AWS SDK as its command line prints it: dates are ISO strings, and nothing may be written to. */
export type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Wire<Item>[]
    : T extends object
      ? { readonly [Field in keyof T]: Wire<T[Field]> }
      : T;

/** The fields of an SDK type that a simulated object always has, and those that it may have. */
export type Body<T, Always extends keyof T, Maybe extends keyof T = never> = Wire<
  { [Field in Always]-?: NonNullable<T[Field]> } & { [Field in Maybe]?: T[Field] }
>;
