import type { Domain } from '../../engine/domain.ts';
import { extended } from '../../engine/domain.ts';
import { accessPart } from '../access/access-part.ts';
import { accessOperations } from '../access/access-operations.ts';
import { eksApi } from '../eks-api.ts';
import { eksDomain } from '../domain.ts';
import { cluster } from './cluster.ts';
import { clusterOperations } from './cluster-api.ts';
import { endpoint } from './endpoint.ts';
import { machinesPart } from './machines-part.ts';
import { requestStage } from './stage.ts';
import { stagedApi } from './staged-api.ts';

/** Kubernetes on EKS with its control plane taken apart: endpoint, API servers, stages of a request, members of etcd. */
export const controlPlaneDomain: Domain = extended(
  { ...eksDomain, apis: { kubernetes: stagedApi, eks: eksApi({ ...accessOperations, ...clusterOperations }) } },
  accessPart,
  machinesPart,
  { behaviours: { 'eks-cluster': cluster, 'eks-endpoint': endpoint, 'k8s-request-stage': requestStage } },
);
