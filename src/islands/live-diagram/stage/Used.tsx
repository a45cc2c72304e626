import type { Resource } from '../../../model/resource.ts';
import { usedShare } from '../../card-text.ts';

const names = { cpu: 'CPU', memory: 'Memory' } as const;

/** How much of an instance or a node its tasks have reserved: a bar each for CPU and memory. Nothing for what has neither. */
export function Used({ resource }: { readonly resource: Resource }) {
  const shares = (['cpu', 'memory'] as const).flatMap((of) => {
    const share = usedShare(resource, of);
    return share === undefined ? [] : [{ name: names[of], share }];
  });
  if (shares.length === 0) return null;
  return (
    <dl className="used">
      {shares.map(({ name, share }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <svg className="cpu" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect width={share} height="6" />
            </svg>
            {share} %
          </dd>
        </div>
      ))}
    </dl>
  );
}
