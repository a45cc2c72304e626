import type { DomainPart } from '../../engine/domain.ts';
import { composedPod, container } from './composed-pod-behaviour.ts';
import { containerFaults } from './containers/container-faults.ts';

/** Pods taken apart: init containers and sidecars, all probes, the order of the end, and what may break in one container. */
export const podPart: DomainPart = {
  behaviours: { 'k8s-composed-pod': composedPod, 'k8s-container': container },
  faults: containerFaults,
};
