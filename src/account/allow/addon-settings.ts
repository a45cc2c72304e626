import type { JsonObject } from '../../model/json.ts';

/** Where JSON or YAML text turns a switch on; what follows a # is none. */
const networkPolicyOn = /(?:^|[{,])\s*["']?enableNetworkPolicy["']?\s*:\s*["']?true\b/im;

/**
 * The one switch that is told of an add-on's configuration values, which are JSON or YAML text of the reader's own: whether the
 * VPC CNI enforces network policies. Without values nothing is told.
 */
export const addonSettings = ({ addonName, configurationValues }: Readonly<Record<string, unknown>>): JsonObject =>
  addonName === 'vpc-cni' && typeof configurationValues === 'string'
    ? { enableNetworkPolicy: networkPolicyOn.test(configurationValues) }
    : {};
