import type { Kind } from './kind.ts';
import type { Projector } from './project.ts';

/** How EKS and Kubernetes objects are read; the bodies are those of `aws eks describe-…` and `kubectl get -o json`. */
export const eksProjectors: Readonly<Partial<Record<Kind, Projector>>> = {};
