import type { Id } from '../../../model/json.ts';
import type { Kind } from '../../../model/kind.ts';
import type { Domain } from '../../engine/domain.ts';
import { extended } from '../../engine/domain.ts';
import { accessPart } from '../access/access-domain.ts';
import { accessOperations, eksApi } from '../access/eks-api.ts';
import { eksDomain } from '../domain.ts';
import { allOf } from '../identity.ts';
import { cluster } from './cluster.ts';
import { clusterOperations } from './cluster-api.ts';
import { endpoint } from './endpoint.ts';
import { etcd } from './etcd.ts';
import { controlPlaneFaults } from './faults.ts';
import { instance } from './instance.ts';
import { requestStage } from './stage.ts';
import { stagedApi } from './staged-api.ts';

const owners: Readonly<Partial<Record<Kind, Id>>> = {
  'k8s-api-server-instance': allOf('ApiServerInstance'),
  'k8s-etcd-member': allOf('EtcdMember'),
};

/** Kubernetes on EKS with its control plane taken apart: endpoint, API servers, stages of a request, members of etcd. */
export const controlPlaneDomain: Domain = extended(
  { ...eksDomain, apis: { kubernetes: stagedApi, eks: eksApi({ ...accessOperations, ...clusterOperations }) } },
  accessPart,
  {
    behaviours: {
      'eks-cluster': cluster,
      'eks-endpoint': endpoint,
      'k8s-api-server-instance': instance,
      'k8s-etcd': etcd,
      'k8s-request-stage': requestStage,
    },
    faults: controlPlaneFaults,
    ownerOf: ({ kind }) => owners[kind],
  },
);
