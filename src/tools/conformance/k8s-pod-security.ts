import { evaluatePodSecurity, strictestLevel } from '../../simulation/eks/pod-security/evaluate.ts';
import type { SecuredPod } from '../../simulation/eks/pod-security/secured-pod.ts';
import type { Answer } from './table.ts';
import { givenAs } from './table.ts';

/** What our Pod Security Standards make of a row of `pod-security`. */
export const answerPodSecurity: Answer = ({ given }) => {
  const { pod } = givenAs<{ readonly pod: SecuredPod }>(given);
  return {
    baseline: evaluatePodSecurity(pod, 'baseline'),
    restricted: evaluatePodSecurity(pod, 'restricted'),
    strictestLevelMet: strictestLevel(pod),
  };
};
