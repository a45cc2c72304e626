import type { Domain } from '../../engine/domain.ts';
import { extended } from '../../engine/domain.ts';
import { eksDomain } from '../domain.ts';
import { eksApi } from '../eks-api.ts';
import { accessOperations } from './access-operations.ts';
import { accessPart } from './access-part.ts';
import { accessApi } from './at-once.ts';

/** Kubernetes on EKS, where it matters who asks: each request is answered in one instant. */
export const accessDomain: Domain = extended({ ...eksDomain, apis: { kubernetes: accessApi, eks: eksApi(accessOperations) } }, accessPart);
