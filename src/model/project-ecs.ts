import type { Kind } from './kind.ts';
import type { Projector } from './project.ts';

/** How ECS and load-balancing objects are read; the bodies are elements of `aws ecs describe-…` and `aws elbv2 describe-…`. */
export const ecsProjectors: Readonly<Partial<Record<Kind, Projector>>> = {};
