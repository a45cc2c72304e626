import type { ApiCall } from '../../src/model/api-call.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { plan } from './cluster.ts';

const eks = (operation: string, input: JsonObject): ApiCall => ({ api: 'eks', operation, input });
const ofGroup = { clusterName: plan.name, nodegroupName: plan.nodegroup };

/** `aws eks update-cluster-version`. */
export const updateCluster = (version: string): ApiCall => eks('UpdateClusterVersion', { name: plan.name, version });

/** `aws eks update-nodegroup-version`: to the version of the cluster. */
export const updateNodes = (force: boolean): ApiCall => eks('UpdateNodegroupVersion', { ...ofGroup, force });

/** `aws eks update-nodegroup-config`. */
export const configure = (config: JsonObject): ApiCall => eks('UpdateNodegroupConfig', { ...ofGroup, ...config });

/** `kubectl drain`, `cordon` or `uncordon`. */
export const kubectl = (operation: 'drain' | 'cordon' | 'uncordon', id: string): ApiCall => ({
  api: 'clients',
  operation,
  input: { id, node: id.slice(id.lastIndexOf('/') + 1) },
});

/** `aws ec2 terminate-instances`. */
export const terminate = (InstanceId: string): ApiCall => ({ api: 'ec2', operation: 'TerminateInstances', input: { InstanceId } });

/** A launch template version with an AMI of another Kubernetes version. */
export const useImage = (KubernetesVersion: string): ApiCall => ({
  api: 'autoscaling',
  operation: 'UpdateAutoScalingGroup',
  input: { AutoScalingGroupName: 'own-nodes', KubernetesVersion },
});
