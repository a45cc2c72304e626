import type { Id, JsonObject } from './json.ts';
import type { Kind } from './kind.ts';

/**
 * One object as the provider would print it: `body` is an element of `aws ecs describe-services`, a Pod of
 * `kubectl get -o json`. The truth of a simulated world and of an account alike. Unknown fields are kept.
 */
export interface ApiObject<Body extends JsonObject = JsonObject> {
  readonly id: Id;
  readonly kind: Kind;
  readonly body: Body;
}
