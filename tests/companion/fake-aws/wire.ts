import type { IncomingMessage } from 'node:http';
import { isDocument } from '../../../src/account/reading.ts';
import type { Document } from '../../../src/account/reading.ts';

/** One call, as the fake understands it. */
export interface Call {
  /** As IAM names it: `ecs:ListTasks`. */
  readonly action: string;
  readonly region: string;
  readonly input: Document;
  /** When its sender says that it was signed. */
  readonly signedAt: number;
}

const routes: readonly (readonly [service: string, method: string, path: RegExp, operation: string])[] = [
  ['eks', 'GET', /^\/clusters$/, 'ListClusters'],
  ['eks', 'GET', /^\/clusters\/(?<name>[^/]+)$/, 'DescribeCluster'],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/node-groups$/, 'ListNodegroups'],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/node-groups\/(?<nodegroupName>[^/]+)$/, 'DescribeNodegroup'],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/fargate-profiles$/, 'ListFargateProfiles'],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/fargate-profiles\/(?<fargateProfileName>[^/]+)$/, 'DescribeFargateProfile'],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/addons$/, 'ListAddons'],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/addons\/(?<addonName>[^/]+)$/, 'DescribeAddon'],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/access-entries$/, 'ListAccessEntries'],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/access-entries\/(?<principalArn>[^/]+)$/, 'DescribeAccessEntry'],
  [
    'eks',
    'GET',
    /^\/clusters\/(?<clusterName>[^/]+)\/access-entries\/(?<principalArn>[^/]+)\/access-policies$/,
    'ListAssociatedAccessPolicies',
  ],
  ['eks', 'GET', /^\/clusters\/(?<clusterName>[^/]+)\/pod-identity-associations$/, 'ListPodIdentityAssociations'],
  ['eks', 'POST', /^\/clusters\/(?<clusterName>[^/]+)\/insights$/, 'ListInsights'],
  ['eks', 'GET', /^\/clusters\/(?<name>[^/]+)\/updates$/, 'ListUpdates'],
  ['eks', 'GET', /^\/clusters\/(?<name>[^/]+)\/updates\/(?<updateId>[^/]+)$/, 'DescribeUpdate'],
  ['aps', 'GET', /^\/workspaces$/, 'ListWorkspaces'],
  ['aps', 'GET', /^\/scrapers$/, 'ListScrapers'],
  ['grafana', 'GET', /^\/workspaces$/, 'ListWorkspaces'],
];

/** Reads a signed request of any of AWS's protocols; throws when it is none. */
export function callOf({ method = '', url = '', headers }: IncomingMessage, body: string): Call {
  const [, , region, service] = /Credential=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split('/') ?? [];
  if (region === undefined || service === undefined) throw new Error(`${method} ${url} is not signed.`);
  const { operation, input } = spoken(service, { method, url: new URL(url, 'http://fake'), target: headers['x-amz-target'], body });
  return { action: `${service}:${operation}`, region, input, signedAt: signedAt(headers['x-amz-date']) };
}

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly target: string | string[] | undefined;
  readonly body: string;
}

function spoken(service: string, { method, url, target, body }: Request): { readonly operation: string; readonly input: Document } {
  if (typeof target === 'string') return { operation: target.replace(/^.*\./, ''), input: documentIn(body) };
  if (['sts', 'elasticloadbalancing', 'ec2'].includes(service)) {
    const { Action = '', ...input } = Object.fromEntries(new URLSearchParams(body));
    return { operation: Action, input };
  }
  for (const [of, verb, path, operation] of routes) {
    const found = of === service && verb === method ? path.exec(url.pathname) : null;
    if (found === null) continue;
    const named = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { operation, input: { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(named), ...documentIn(body) } };
  }
  throw new Error(`${service} has no ${method} ${url.pathname} that the fake knows.`);
}

function documentIn(body: string): Document {
  const value: unknown = body === '' ? {} : JSON.parse(body);
  return isDocument(value) ? value : {};
}

/** `20261130T070000Z` as milliseconds. */
const signedAt = (date: string | string[] | undefined): number =>
  Date.parse(String(date).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** The form of a service's answers. */
const formOf = (action: string): 'json' | 'query' | 'ec2' =>
  action.startsWith('ec2:') ? 'ec2' : /^(?:sts|elasticloadbalancing):/.test(action) ? 'query' : 'json';

/** What goes back over the wire. */
export interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Writes the answer to an operation in its service's protocol. */
export function written(action: string, output: Document): Written {
  const operation = action.replace(/^.*:/, '');
  switch (formOf(action)) {
    case 'json':
      return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(output) };
    case 'query':
      return xml(
        200,
        element(`${operation}Response`, { [`${operation}Result`]: output, ResponseMetadata: { RequestId: 'fake' } }, 'member'),
      );
    case 'ec2':
      return xml(200, element(`${operation}Response`, output, 'item'));
  }
}

/** Writes an error in a service's protocol. */
export function writtenError(action: string, code: string, message: string, status = 400): Written {
  switch (formOf(action)) {
    case 'json':
      return {
        status,
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code },
        body: JSON.stringify({ __type: code, message }),
      };
    case 'query':
      return xml(
        status,
        element('ErrorResponse', { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: 'fake' }, 'member'),
      );
    case 'ec2':
      return xml(status, element('Response', { Errors: [{ Code: code, Message: message }], RequestID: 'fake' }, 'Error'));
  }
}

const xml = (status: number, body: string): Written => ({ status, headers: { 'content-type': 'text/xml' }, body });

function element(name: string, value: unknown, item: string): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return `<${name}>${value.map((one: unknown) => element(item, one, item)).join('')}</${name}>`;
  if (isDocument(value)) {
    return `<${name}>${Object.entries(value)
      .map(([key, inner]) => element(key, inner, item))
      .join('')}</${name}>`;
  }
  return `<${name}>${textOf(value).replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</${name}>`;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The values of a list in a query: `TargetGroupArns.member.1`, `Filter.1.Value.2`. */
export const listIn = (input: Document, prefix: string): readonly string[] =>
  Object.entries(input).flatMap(([key, value]) => (key.startsWith(`${prefix}.`) && typeof value === 'string' ? [value] : []));
