import type { Picture } from '../../../account/picture.ts';
import type { AccountView } from '../../../model/account-view.ts';
import type { Kind } from '../../../model/kind.ts';

type Counted = readonly (readonly [Kind, string])[];

const ofEcs: Counted = [
  ['ecs-service', 'service'],
  ['ecs-task', 'task'],
  ['ecs-container-instance', 'container instance'],
];

const ofEks: Counted = [
  ['eks-cluster', 'cluster'],
  ['eks-nodegroup', 'node group'],
  ['k8s-node', 'node'],
  ['k8s-pod', 'pod'],
];

/** What is drawn, in one sentence: `Drawn: 1 service, 3 tasks, 2 container instances.` */
export function summaryOf(picture: Picture | undefined, view: AccountView): string {
  if (picture === undefined) return '';
  const resources = [...picture.frame.resources.values()];
  const parts = (view.startsWith('ecs') ? ofEcs : ofEks).map(([kind, noun]) => {
    const count = resources.filter((resource) => resource.kind === kind).length;
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
  });
  return `Drawn: ${parts.join(', ')}.`;
}
