import type { Kind } from '../../model/kind.ts';

/** What a kind is on the map: an item with a card of its own, or a part of such an item. */
export interface Place {
  readonly role: 'item' | 'part';
  /** What a group of them is called; of parts, those that belong to no item. */
  readonly title: string;
  /** Groups stand in this order. */
  readonly order: number;
}

const item = (title: string, order: number): Place => ({ role: 'item', title, order });
const part = (title: string, order: number): Place => ({ role: 'part', title, order });

const places: Partial<Readonly<Record<Kind, Place>>> = {
  'ecs-service': item('Services', 1),
  'ecs-task': part('Tasks without a service', 2),
  'ecs-container-instance': item('Container instances', 3),
  'eks-nodegroup': item('Node groups', 4),
  'k8s-node': part('Nodes outside managed node groups', 5),
  'eks-fargate-profile': item('Fargate profiles', 6),
  'k8s-deployment': item('Deployments', 7),
  'k8s-pod': part('Pods without a Deployment', 8),
  'eks-addon': item('Add-ons', 9),
};

/** The place of a kind on the map; undefined for what is only listed. */
export const placeOfKind = (kind: Kind): Place | undefined => places[kind];
