import type { Domain } from '../simulation/engine/domain.ts';
import { cloudMap } from '../simulation/cloud-map/domain.ts';
import { ecsDomain } from '../simulation/ecs/domain.ts';
import { controlPlaneDomain } from '../simulation/eks/control-plane/control-plane-domain.ts';
import { jobPart } from '../simulation/eks/job/job-domain.ts';
import { nodeGroupDomain } from '../simulation/eks/node-group/node-group-domain.ts';
import { servicesPart } from '../simulation/eks/endpoints/services-part.ts';
import { podPart } from '../simulation/eks/kubelet/pod-domain.ts';
import { logsPart } from '../simulation/logs/logs-part.ts';
import { hashOfText, statechartText, type StatechartText } from './statechart-text.ts';

/** The drawing of one behaviour's statechart, and the text that it must have been drawn from. */
export interface StatechartFile extends StatechartText {
  /** From the root of the project. */
  readonly file: string;
  /** What the drawing holds when it is not stale. */
  readonly hash: string;
}

const domains: Readonly<Record<string, Pick<Domain, 'behaviours'>>> = {
  ecs: ecsDomain,
  eks: {
    behaviours: {
      ...controlPlaneDomain.behaviours,
      ...podPart.behaviours,
      ...nodeGroupDomain.behaviours,
      ...servicesPart.behaviours,
      ...jobPart.behaviours,
    },
  },
  'cloud-map': cloudMap,
  logs: logsPart,
};

/** The statechart of every behaviour of every domain. */
export const statechartFiles: readonly StatechartFile[] = Object.entries(domains).flatMap(([world, { behaviours }]) =>
  Object.entries(behaviours).map(([name, { machine }]) => {
    const chart = statechartText(machine);
    return { ...chart, file: `src/simulation/${world}/${name}.statechart.svg`, hash: hashOfText(chart.text) };
  }),
);
