/** Any JSON value, read-only: objects of a world are shared between its moments. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object with read-only members. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Simulated time in milliseconds; 0 is the moment at which the reader meets the diagram. */
export type Millis = number;

/** The identity of a resource: an ARN, or `k8s:cluster/kind/namespace/name`, or the name of a drawn part such as `clients`. */
export type Id = string;
