import type { ScraperSummary, WorkspaceSummary } from '@aws-sdk/client-amp';
import type { WorkspaceSummary as GrafanaWorkspace } from '@aws-sdk/client-grafana';
import type { FieldsOf } from './fields.ts';
import { allow, list, text, time } from './fields.ts';

const status = allow({ statusCode: text });

/** What is kept of an element of `aws amp list-workspaces`. Never here: tags, keys. */
export const workspace = allow({
  workspaceId: text,
  alias: text,
  arn: text,
  status,
  createdAt: time,
} satisfies FieldsOf<WorkspaceSummary>);

/** What is kept of an element of `aws amp list-scrapers`. Never here: the scrape configuration, roles, tags. */
export const scraper = allow({
  scraperId: text,
  alias: text,
  arn: text,
  status,
  statusReason: text,
  createdAt: time,
  source: allow({ eksConfiguration: allow({ clusterArn: text }) }),
  destination: allow({ ampConfiguration: allow({ workspaceArn: text }) }),
} satisfies FieldsOf<ScraperSummary>);

/** What is kept of an element of `aws grafana list-workspaces`. Never here: tokens, tags. */
export const grafanaWorkspace = allow({
  id: text,
  name: text,
  endpoint: text,
  grafanaVersion: text,
  status: text,
  created: time,
  authentication: allow({ providers: list(text) }),
} satisfies FieldsOf<GrafanaWorkspace>);
