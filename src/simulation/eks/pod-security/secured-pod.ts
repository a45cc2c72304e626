import type { Words } from '../objects.ts';

interface Profile {
  readonly type?: string;
}

/** The part of a security context that pods and containers share. */
interface Context {
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seccompProfile?: Profile;
  readonly appArmorProfile?: Profile;
  readonly seLinuxOptions?: { readonly type?: string; readonly user?: string; readonly role?: string };
  readonly windowsOptions?: { readonly hostProcess?: boolean };
}

interface Handler {
  readonly httpGet?: { readonly host?: string };
  readonly tcpSocket?: { readonly host?: string };
}

/** What the Pod Security Standards look at in a container. */
export interface SecuredContainer {
  readonly name: string;
  readonly ports?: readonly { readonly hostPort?: number }[];
  readonly livenessProbe?: Handler;
  readonly readinessProbe?: Handler;
  readonly startupProbe?: Handler;
  readonly lifecycle?: { readonly postStart?: Handler; readonly preStop?: Handler };
  readonly securityContext?: Context & {
    readonly privileged?: boolean;
    readonly allowPrivilegeEscalation?: boolean;
    readonly procMount?: string;
    readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  };
}

/** What the Pod Security Standards look at in a pod. */
export interface SecuredPod {
  readonly metadata?: { readonly annotations?: Words };
  readonly spec: {
    readonly containers: readonly SecuredContainer[];
    readonly initContainers?: readonly SecuredContainer[];
    readonly ephemeralContainers?: readonly SecuredContainer[];
    readonly hostNetwork?: boolean;
    readonly hostPID?: boolean;
    readonly hostIPC?: boolean;
    readonly hostUsers?: boolean;
    readonly os?: { readonly name?: string };
    readonly volumes?: readonly { readonly name: string; readonly [source: string]: unknown }[];
    readonly securityContext?: Context & { readonly sysctls?: readonly { readonly name: string }[] };
  };
}

/** All containers of a pod, in the order in which the checks visit them. */
export const containersOf = ({ spec }: SecuredPod): readonly SecuredContainer[] => [
  ...(spec.initContainers ?? []),
  ...spec.containers,
  ...(spec.ephemeralContainers ?? []),
];

/** A pod in a user namespace of its own: there, root and the proc mount are not those of the node. */
export const hasOwnUsers = ({ spec }: SecuredPod): boolean => spec.hostUsers === false;

/** A pod that says it is for Windows, where fields about Linux mean nothing. */
export const isWindows = ({ spec }: SecuredPod): boolean => spec.os?.name === 'windows';
