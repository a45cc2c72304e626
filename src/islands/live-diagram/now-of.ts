import type { Frame } from '../../model/frame.ts';
import type { Kind } from '../../model/kind.ts';
import type { DiagramDefinition } from '../../topology/diagram-definition.ts';
import { clauseOf } from '../card-text.ts';

/** The kind whose one clause tells how a diagram's subject is. */
const leading: Readonly<Record<DiagramDefinition['subject'], Kind>> = { ecs: 'ecs-service', eks: 'k8s-deployment' };

/** Of more than these no line tells how the whole is; the cards do. */
const MOST_TOLD = 3;

/** How the subject of a diagram is now, in one line: a clause for each service or Deployment, by its name where there are several. */
export function nowOf({ resources }: Frame, subject: DiagramDefinition['subject']): string {
  const leaders = [...resources.values()].filter(({ kind }) => kind === leading[subject]);
  if (leaders.length > MOST_TOLD) return '';
  return leaders
    .map((leader) => {
      const clause = clauseOf(leader) ?? leader.status;
      return leaders.length === 1 || clause.startsWith(leader.name) ? clause : `${leader.name}: ${clause}`;
    })
    .join('; ');
}
