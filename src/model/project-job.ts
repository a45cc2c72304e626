import { projectJob } from './eks/project-job.ts';
import type { Projectors } from './project.ts';

/** How the objects are read that run work to its end. */
export const jobProjectors: Projectors = { 'k8s-job': projectJob };
