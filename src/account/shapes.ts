import { aroundShapes } from './around-shapes.ts';
import { ecsShapes } from './ecs-shapes.ts';
import { eksShapes } from './eks-shapes.ts';

/** Every sort of element that AWS prints and an account may hold, each with its allow-list. Kubernetes' objects are in `kubernetesShape`. */
export const shapes = { ...ecsShapes, ...eksShapes, ...aroundShapes } as const;
