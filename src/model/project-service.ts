import { projectEndpointSlice, projectService } from './eks/project-service.ts';
import type { Projectors } from './project.ts';

/** How Services are read, and the addresses behind them. */
export const serviceProjectors: Projectors = {
  'k8s-service': projectService,
  'k8s-endpoint-slice': projectEndpointSlice,
};
