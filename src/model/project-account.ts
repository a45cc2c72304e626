import { projectScalableTarget, projectServiceDeployment, projectSubnet } from './ecs/around.ts';
import {
  projectDestinationRule,
  projectEvent,
  projectHorizontalPodAutoscaler,
  projectIngress,
  projectPeerAuthentication,
  projectVirtualService,
} from './eks/project-around.ts';
import { projectGrafanaWorkspace, projectPrometheusWorkspace, projectScraper } from './eks/project-monitoring.ts';
import { projectAddon, projectFargateProfile, projectInsight, projectPodIdentityAssociation } from './eks/project-parts.ts';
import type { Projectors } from './project.ts';

/** How those objects are read that an account has and no simulation does. */
export const accountProjectors: Projectors = {
  'ecs-service-deployment': projectServiceDeployment,
  'application-autoscaling-target': projectScalableTarget,
  'ec2-subnet': projectSubnet,
  'eks-addon': projectAddon,
  'eks-fargate-profile': projectFargateProfile,
  'eks-insight': projectInsight,
  'eks-pod-identity-association': projectPodIdentityAssociation,
  'aps-workspace': projectPrometheusWorkspace,
  'aps-scraper': projectScraper,
  'grafana-workspace': projectGrafanaWorkspace,
  'k8s-ingress': projectIngress,
  'k8s-horizontal-pod-autoscaler': projectHorizontalPodAutoscaler,
  'k8s-event': projectEvent,
  'istio-virtual-service': projectVirtualService,
  'istio-destination-rule': projectDestinationRule,
  'istio-peer-authentication': projectPeerAuthentication,
};
