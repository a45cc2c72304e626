import type { ApiObject } from '../api-object.ts';
import type { Projected } from '../project.ts';
import { listAt, present, textAt } from './read.ts';

function scopeOfArn(arn: string): Projected['resource']['scope'] {
  const [, , , region, account] = arn.split(':');
  return present({ region, account });
}

/** A workspace of Amazon Managed Service for Prometheus. */
export const projectPrometheusWorkspace = ({ id, body }: ApiObject): readonly Projected[] => [
  {
    resource: {
      id,
      kind: 'aps-workspace',
      name: textAt(body, 'alias') ?? textAt(body, 'workspaceId') ?? id,
      scope: scopeOfArn(id),
      status: textAt(body, 'status', 'statusCode') ?? 'UNKNOWN',
      ...present({ createdAt: textAt(body, 'createdAt') }),
      details: present({ clause: textAt(body, 'workspaceId') }),
    },
    relations: [],
  },
];

/** A scraper: it reads the metrics of a cluster and writes them into a workspace. */
export function projectScraper({ id, body }: ApiObject): readonly Projected[] {
  const cluster = textAt(body, 'source', 'eksConfiguration', 'clusterArn');
  const workspace = textAt(body, 'destination', 'ampConfiguration', 'workspaceArn');
  const resource = {
    id,
    kind: 'aps-scraper' as const,
    name: textAt(body, 'alias') ?? textAt(body, 'scraperId') ?? id,
    scope: scopeOfArn(id),
    status: textAt(body, 'status', 'statusCode') ?? 'UNKNOWN',
    ...present({ text: textAt(body, 'statusReason'), createdAt: textAt(body, 'createdAt') }),
    details: present({ clause: cluster?.replace(/^.*\//, 'of ') }),
  };
  const ends = [cluster, workspace].filter((to) => to !== undefined);
  return [{ resource, relations: ends.map((to) => ({ to, kind: 'uses' as const })) }];
}

/** A workspace of Amazon Managed Grafana; its endpoint is all that names its Region. */
export const projectGrafanaWorkspace = ({ id, body }: ApiObject): readonly Projected[] => [
  {
    resource: {
      id,
      kind: 'grafana-workspace',
      name: textAt(body, 'name') ?? textAt(body, 'id') ?? id,
      scope: present({ region: /\.grafana-workspace\.([a-z0-9-]+)\./.exec(textAt(body, 'endpoint') ?? '')?.[1] }),
      status: textAt(body, 'status') ?? 'UNKNOWN',
      ...present({ createdAt: textAt(body, 'created') }),
      details: {
        ...present({ clause: textAt(body, 'grafanaVersion') && `Grafana ${textAt(body, 'grafanaVersion') ?? ''}` }),
        signIn: listAt(body, 'authentication', 'providers'),
      },
    },
    relations: [],
  },
];
