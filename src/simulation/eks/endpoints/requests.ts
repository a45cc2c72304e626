import type { Id } from '../../../model/json.ts';
import { noTargets, share } from '../../network/traffic.ts';
import type { World } from '../../engine/world.ts';
import { answers } from '../kubelet/answers.ts';
import type { ProxyContext } from './kube-proxy-machine.ts';

/** What becomes of the requests of a second to a Service: each goes to a pod of kube-proxy's rules, and fails if that pod does not answer. */
export function requestsTo(world: World, service: Id): { readonly served: number; readonly failed: number } {
  const actor = world.actors.get(service);
  if (actor?.behaviour !== 'k8s-service') return { served: 0, failed: 0 };
  const { pods, requests } = actor.snapshot.context as ProxyContext; // the behaviour says which machine it is
  const answering = pods.filter((pod) => answers(world, pod)).length;
  return share(requests, { ...noTargets, healthyAnswering: answering, healthySilent: pods.length - answering });
}
