import type { PodEndpoint } from './service.ts';

/**
 * The endpoints that kube-proxy sends new connections to: those that are ready. With none of them it falls back to
 * those that are going and still serve; with none of these either, connections are refused.
 */
export function routable(endpoints: readonly PodEndpoint[]): readonly PodEndpoint[] {
  const ready = endpoints.filter(({ conditions }) => conditions.ready);
  return ready.length > 0 ? ready : endpoints.filter(({ conditions }) => conditions.serving && conditions.terminating);
}
