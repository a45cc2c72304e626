import type { KubernetesCall, Reply } from '../../../model/api-call.ts';
import type { World } from '../../engine/world.ts';
import type { RequestInfo } from '../api-server/request-info.ts';
import { forbidden, notFound } from '../api-server/status-error.ts';
import { idIn } from '../identity.ts';
import type { Level } from '../pod-security/evaluate.ts';
import { evaluatePodSecurity } from '../pod-security/evaluate.ts';
import type { SecuredPod } from '../pod-security/secured-pod.ts';
import { find } from '../store.ts';
import type { Identity } from './authenticate.ts';
import { escalation } from './escalation-check.ts';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const levels: readonly Level[] = ['privileged', 'baseline', 'restricted'];

/** Why a change may not be stored as it is, although its sender may make changes; undefined when it may. */
export function refusedByAdmission(world: World, identity: Identity, info: RequestInfo, call: KubernetesCall): Reply | undefined {
  const { namespace, resource, group, name } = info;
  const home = namespace === '' ? undefined : find(world, 'Namespace', idIn(world, 'Namespace', { name: namespace }))?.body;
  if (call.verb === 'create' && namespace !== '' && home === undefined) return notFound('namespaces', '', namespace);
  const grants = escalation(world, identity, info, call.body);
  if (grants !== undefined) return forbidden(resource, group, name, grants);
  const level = levels.find((one) => one === home?.metadata.labels?.[ENFORCE]);
  if (call.verb !== 'create' || resource !== 'pods' || level === undefined) return undefined;
  const pod = call.body as unknown as SecuredPod; // the checks look at optional fields of a pod alone
  const { allowed, message } = evaluatePodSecurity(pod, level);
  return allowed ? undefined : forbidden(resource, group, name, message);
}
