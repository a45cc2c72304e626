import type { Id } from '../../model/json.ts';
import type { Kind } from '../../model/kind.ts';
import type { About } from '../about.ts';
import type { Estate } from '../gather.ts';

/** What a check may say. `unknown` whenever the evidence was denied, not read, or is not shown by AWS's APIs. */
export type Verdict = 'pass' | 'suggest' | 'fail' | 'not-applicable' | 'unknown';

/** One thing that was looked at, so that a reader can look too. */
export interface Evidence {
  /** The operation that shows it, as its IAM action: `ecs:DescribeServices`; or `kubectl get` with its kind. */
  readonly operation: string;
  /** Where it stands in the output: `services[].deployments[].serviceConnectConfiguration.enabled`. */
  readonly path: string;
  /** What stood there, in words: `false`, `absent`, `2 of 3 containers`. */
  readonly observed: string;
}

/** What a check says of one resource. */
export interface Finding {
  readonly resource: Id;
  readonly name: string;
  readonly verdict: Verdict;
  /** One sentence that says why. */
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** A change that would make a check pass, as text to copy; nothing runs it. */
export interface Fix {
  readonly form: 'cli' | 'cloudformation' | 'terraform';
  readonly text: string;
}

/** What a check says of an account. */
export interface CheckResult {
  /** The gravest verdict of its findings; `unknown` is graver than `pass`, lighter than `suggest`. */
  readonly verdict: Verdict;
  /** One sentence over all findings. */
  readonly summary: string;
  readonly findings: readonly Finding[];
  /** IAM actions whose denial left something unknown. */
  readonly missing: readonly string[];
}

/** What a check looks at: all that was read, and how. */
export interface Evidences {
  readonly estate: Estate;
  readonly about: About;
  /** ISO date against which support calendars are held. */
  readonly today: string;
}

/** One best practice, judged on what was read. */
export interface Check {
  /** Stands in `data-check`, so it stays: `ecs-fargate`, `eks-access`. */
  readonly id: string;
  readonly title: string;
  /** The kinds that its evidence is. */
  readonly kinds: readonly Kind[];
  /** IAM actions without which it cannot know. */
  readonly needs: readonly string[];
  /** One sentence on what cannot be seen even with every permission. */
  readonly blindSpot: string;
  /** The lesson that explains it: `/ecs/practices/fargate/`. */
  readonly lesson: string;
  readonly judge: (evidences: Evidences) => CheckResult;
  readonly fixes: readonly Fix[];
}
