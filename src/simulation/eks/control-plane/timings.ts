/**
 * Durations in ms that nobody publishes, chosen for this model and shown as illustrative. A stage of a request takes
 * milliseconds in truth; here it is slowed down so that it can be seen.
 */
export const controlPlaneTimings = {
  /** One stage of a client's request, to the next. */
  stage: 400,
  /** Until kubectl gives up on an address that does not answer. */
  dialTimeout: 10_000,
  /** Until the API server gives up on an etcd without quorum. */
  storeTimeout: 7_000,
  /** Until the members of etcd have a new leader. */
  election: 1_500,
  /** Until a new API server or member of etcd is there. */
  replacement: 20_000,
  /** Until a change of the endpoint is in place. */
  endpointUpdate: 30_000,
} as const;
