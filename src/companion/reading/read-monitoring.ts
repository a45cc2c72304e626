import { listed } from './pages.ts';
import type { Ground } from './reading.ts';

/** Reads the managed Prometheus and Grafana of a Region, none of which says on its own what it watches. */
export async function readMonitoring({ asker, keeper }: Ground): Promise<void> {
  const [workspaces, scrapers, grafana] = await Promise.all([
    listed(asker, {
      action: 'aps:ListWorkspaces',
      send:
        (nextToken) =>
        ({ aps }, how) =>
          aps.listWorkspaces({ maxResults: 100, nextToken }, how),
      elements: (answer) => answer.workspaces,
    }),
    listed(asker, {
      action: 'aps:ListScrapers',
      send:
        (nextToken) =>
        ({ aps }, how) =>
          aps.listScrapers({ maxResults: 100, nextToken }, how),
      elements: (answer) => answer.scrapers,
    }),
    listed(asker, {
      action: 'grafana:ListWorkspaces',
      send:
        (nextToken) =>
        ({ grafana: client }, how) =>
          client.listWorkspaces({ maxResults: 100, nextToken }, how),
      elements: (answer) => answer.workspaces,
    }),
  ]);
  keeper.keep('around.workspaces', 'aps:ListWorkspaces', workspaces.elements);
  keeper.keep('around.scrapers', 'aps:ListScrapers', scrapers.elements);
  keeper.keep('around.grafanaWorkspaces', 'grafana:ListWorkspaces', grafana.elements);
}
