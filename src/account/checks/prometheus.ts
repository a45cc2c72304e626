import type { ApiObject } from '../../model/api-object.ts';
import { object, text } from '../../model/ecs/read.ts';
import { arnOf } from '../arn.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { actionsFor, described } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';
import type { KubernetesCluster } from './kubernetes-clusters.ts';
import { clustersOf, inCluster } from './kubernetes-clusters.ts';

const kinds = ['eks-cluster', 'aps-scraper', 'aps-workspace', 'eks-addon'] as const;
const needs = actionsFor(...kinds);

/** Add-ons that collect metrics in the form of Prometheus or offer them. */
const addons = new Set(['adot', 'prometheus-node-exporter', 'kube-state-metrics']);

const scrapes = ({ body }: ApiObject, cluster: KubernetesCluster): boolean =>
  text(object(object(body, 'source'), 'eksConfiguration'), 'clusterArn') === cluster.id;

function judge(cluster: KubernetesCluster, evidences: Evidences): Finding {
  const scrapers = described(evidences.estate, 'aps-scraper').filter((scraper) => scrapes(scraper, cluster));
  const workspaces = described(evidences.estate, 'aps-workspace').filter(({ id }) => arnOf(id)?.region === arnOf(cluster.id)?.region);
  const own = inCluster(evidences, cluster, 'eks-addon').flatMap(({ body }) => text(body, 'addonName') ?? []);
  const found = own.filter((name) => addons.has(name));
  const says = 'nothing of Prometheus was found; one that runs in the cluster itself is not visible to AWS';
  const aspects: readonly (Aspect | undefined)[] = [
    scrapers.length > 0
      ? aspect('pass', 'a managed scraper collects its metrics', [
          'aps:ListScrapers',
          'scrapers[].source.eksConfiguration.clusterArn',
          `${scrapers.length}`,
        ])
      : undefined,
    found.length > 0
      ? aspect('pass', `it has the add-on ${found.join(', ')}`, ['eks:ListAddons', 'addons[]', found.join(', ')])
      : undefined,
    workspaces.length > 0
      ? aspect('pass', 'its Region has a Prometheus workspace, of which AWS does not show who writes to it', [
          'aps:ListWorkspaces',
          'workspaces[]',
          `${workspaces.length}`,
        ])
      : undefined,
  ];
  const seen = aspects.filter((one) => one !== undefined);
  return findingOf(
    cluster.id,
    cluster.name,
    seen.length > 0 ? seen : [aspect('unknown', says, ['aps:ListScrapers', 'scrapers[]', 'none'])],
  );
}

/** Whether anything collects the metrics of a cluster. */
export const prometheus: Check = {
  id: 'eks-prometheus',
  title: 'Prometheus',
  kinds,
  needs,
  blindSpot: 'A Prometheus that runs in the cluster is not visible to the APIs of AWS.',
  lesson: '/eks/architecture/',
  judge: judgeEach({ kind: 'eks-cluster', noun: ['cluster', 'clusters'], needs }, clustersOf, judge),
  fixes: [
    {
      form: 'cli',
      text: "aws amp create-scraper --region {region} --source eksConfiguration='{clusterArn=<cluster-arn>,subnetIds=[<subnets>]}' --destination ampConfiguration='{workspaceArn=<workspace-arn>}' --scrape-configuration configurationBlob=<base64>",
    },
    { form: 'cloudformation', text: cloudFormation('AWS::APS::Workspace', ['Alias: {cluster}']) },
    { form: 'terraform', text: terraformBlock('aws_prometheus_workspace', ['alias = {cluster}']) },
  ],
};
