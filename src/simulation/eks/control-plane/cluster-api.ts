import type { JsonObject } from '../../../model/json.ts';
import { isObject, textAt } from '../../../model/eks/read.ts';
import type { Answer } from '../../engine/domain.ts';
import { send } from '../../engine/effect.ts';
import type { World } from '../../engine/world.ts';
import { hexId } from '../../engine/world.ts';
import type { Operation } from '../eks-api.ts';
import { refusal } from '../eks-api.ts';
import { clusterArn } from '../identity.ts';
import { every } from '../store.ts';
import type { ClusterEvent } from './cluster.ts';
import { updateFlaw } from './version.ts';

/** Begins an update of the cluster; only one may be under way. */
function begun(world: World, type: string, text: string, flaw: string | undefined, event: ClusterEvent): Answer {
  const about = clusterArn(world);
  const refuse = (name: string, message: string): Answer => ({ reply: refusal(name, message), effects: [], about, text });
  const body = world.objects.get(about)?.body ?? {};
  const id = hexId(world, `update ${world.seq}`, 32);
  if (textAt(body, 'status') !== 'ACTIVE') {
    return refuse(
      'ResourceInUseException',
      `Cannot ${type} because cluster ${textAt(body, 'name') ?? ''} currently has an update in progress`,
    );
  }
  if (flaw !== undefined) return refuse('InvalidParameterException', flaw);
  return { reply: { ok: true, body: { update: { id, status: 'InProgress', type } } }, effects: [send(about, event, text)], about, text };
}

const updateClusterVersion: Operation = (world, input) => {
  const version = textAt(input, 'version') ?? '';
  const from = textAt(world.objects.get(clusterArn(world))?.body, 'version') ?? '';
  const kubelets = Array.from(every(world, 'Node'), ({ body }) => body.status?.nodeInfo?.['kubeletVersion'] ?? '');
  return begun(world, 'VersionUpdate', `update the control plane to ${version}`, updateFlaw(from, version, kubelets), {
    type: 'version.updateBegun',
    version,
  });
};

const updateClusterConfig: Operation = (world, input) => {
  const wanted = input['resourcesVpcConfig'];
  const config: JsonObject = isObject(wanted) ? wanted : {};
  const closed = config['endpointPublicAccess'] === false && config['endpointPrivateAccess'] === false;
  const flaw = closed ? 'Private and public endpoint access cannot be false' : undefined;
  return begun(world, 'EndpointAccessUpdate', 'change who reaches the endpoint', flaw, { type: 'endpoint.updateBegun', config });
};

/** What the EKS API changes about a control plane. */
export const clusterOperations: Readonly<Record<string, Operation>> = {
  UpdateClusterVersion: updateClusterVersion,
  UpdateClusterConfig: updateClusterConfig,
};
