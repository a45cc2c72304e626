import type { Picture } from '../../../account/picture.ts';
import type { Kind } from '../../../model/kind.ts';

const counted: readonly (readonly [Kind, string])[] = [
  ['ecs-service', 'service'],
  ['ecs-task', 'task'],
  ['ecs-container-instance', 'container instance'],
];

/** What is drawn, in one sentence: `Drawn: 1 service, 3 tasks, 2 container instances.` */
export function summaryOf(picture: Picture | undefined): string {
  if (picture === undefined) return '';
  const resources = [...picture.frame.resources.values()];
  const parts = counted.map(([kind, noun]) => {
    const count = resources.filter((resource) => resource.kind === kind).length;
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
  });
  return `Drawn: ${parts.join(', ')}.`;
}
