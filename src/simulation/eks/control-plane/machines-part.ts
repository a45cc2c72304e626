import type { Id } from '../../../model/json.ts';
import type { Kind } from '../../../model/kind.ts';
import type { DomainPart } from '../../engine/domain.ts';
import { allOf } from '../identity.ts';
import { etcd } from './etcd.ts';
import { controlPlaneFaults } from './faults.ts';
import { instance } from './instance.ts';

const owners: Readonly<Partial<Record<Kind, Id>>> = {
  'k8s-api-server-instance': allOf('ApiServerInstance'),
  'k8s-etcd-member': allOf('EtcdMember'),
};

/** The machines of a control plane, and what may break of them: API servers and members of etcd over zones. */
export const machinesPart: DomainPart = {
  behaviours: { 'k8s-api-server-instance': instance, 'k8s-etcd': etcd },
  faults: controlPlaneFaults,
  ownerOf: ({ kind }) => owners[kind],
};
