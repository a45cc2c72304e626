/**
 * Durations in ms that nobody publishes, chosen for this model (`model` in the facts). They are shown as illustrative.
 * Durations that Kubernetes documents stand beside the rule that uses them.
 */
export const timings = {
  /** From a client to the API server and into etcd. */
  request: 40,
  /** From the API server to a watcher. */
  watch: 20,
  /**
   * From the first change that a controller hears of to its next look at that object. At least as long as a request
   * takes, so that a controller always sees what it wrote itself; Kubernetes keeps count of its writes for that.
   */
  controllerSync: 100,
  /** How much longer a ReplicaSet controller looks for each pod that it has to count. */
  lookAtPod: 0.1,
  /** From a change of an EndpointSlice until every kube-proxy has written its rules anew. */
  proxySync: 500,
  /** One pod at a time through filter and score. */
  schedulePod: 10,
  /** Sandbox and network of a pod: the least, and how much longer at most. */
  sandbox: { least: 800, spread: 700 },
  /** One pull of the image. */
  pull: { least: 2_500, spread: 3_500 },
  /** A pull of an image whose layers are on the node already. */
  pullAgain: 300,
  /** From an unsuccessful pull to the next look at the pod, when its reason becomes ImagePullBackOff. */
  podResync: 2_000,
  /** From a container that could not be made to the next try. */
  nextSync: 12_000,
  /** What an init container takes for its work. */
  initWork: 4_000,
  /** What a container takes for its work that is not to run for ever. */
  work: { least: 15_000, spread: 10_000 },
  /** From the exit of a container until the kubelet has seen it. */
  relist: 1_000,
  /** Creating and starting a container. */
  start: 400,
  /** From the start of the container until its readiness probe passes. */
  warmUp: { least: 2_000, spread: 2_500 },
  /** From the start of a container that crashes until it exits. */
  crash: 1_500,
  /** From TERM to the exit of the container. */
  shutDown: 2_500,
} as const;

/** A duration between its least and most, by a number from 0 up to 1. */
export const spreadOver = ({ least, spread }: { readonly least: number; readonly spread: number }, luck: number): number =>
  Math.round(least + spread * luck);
