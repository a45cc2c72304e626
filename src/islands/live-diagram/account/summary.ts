import { counted, wordsOf } from '../../../account/kind-words.ts';
import type { Picture } from '../../../account/picture.ts';
import type { AccountView } from '../../../model/account-view.ts';
import type { Kind } from '../../../model/kind.ts';

/** What is told of ECS, whether there is any or not. */
const ofEcs: readonly Kind[] = ['ecs-service', 'ecs-task', 'ecs-container-instance'];

/** What is told of EKS, as far as there is any. */
const ofEks: readonly Kind[] = [
  'eks-cluster',
  'eks-nodegroup',
  'eks-access-entry',
  'k8s-node',
  'k8s-deployment',
  'k8s-pod',
  'k8s-network-policy',
  'k8s-service-account',
  'k8s-role',
  'k8s-cluster-role',
  'k8s-role-binding',
  'k8s-cluster-role-binding',
];

/** What is drawn, in one sentence: `Drawn: 1 service, 3 tasks, 2 container instances.` */
export function summaryOf(picture: Picture | undefined, view: AccountView): string {
  if (picture === undefined) return '';
  const kinds = Map.groupBy(picture.frame.resources.values(), ({ kind }) => kind);
  const told = view.startsWith('ecs') ? ofEcs : ofEks.filter((kind) => kinds.has(kind));
  if (told.length === 0) return 'Drawn: nothing of EKS is in these files.';
  return `Drawn: ${told.map((kind) => counted(kinds.get(kind)?.length ?? 0, wordsOf(kind))).join(', ')}.`;
}
