import type { Behaviour } from '../../engine/behaviour.ts';
import type { ProxyContext } from './kube-proxy-machine.ts';
import { kubeProxyMachine } from './kube-proxy-machine.ts';

/** A Service, which is rules on every node: kube-proxy writes them anew when the endpoints change. */
export const kubeProxy: Behaviour = {
  machine: kubeProxyMachine,
  waits: ({ value, context: { pods } }: { readonly value: unknown; readonly context: ProxyContext }) => {
    if (value === 'Syncing') return [{ code: 'rules' }];
    return pods.length === 0 ? [{ code: 'endpoint' }] : [];
  },
};
