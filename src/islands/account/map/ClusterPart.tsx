import type { MapCluster } from '../../../account/map/estate-map.ts';
import { needsOf } from '../../../account/map/item.ts';
import type { Id } from '../../../model/json.ts';
import { toneOf } from '../../../model/status.ts';
import { statusText } from '../../card-text.ts';
import { StatusSymbol } from '../../StatusSymbol.tsx';
import { GroupPart } from './GroupPart.tsx';
import type { MapLook } from './map-look.ts';

interface Props {
  readonly cluster: MapCluster;
  /** The id of what the cluster's button opens. */
  readonly bodyId: string;
  readonly open: boolean;
  readonly look: MapLook;
  readonly onVisit: (id: Id) => void;
  readonly onToggle: () => void;
}

/** A cluster: what it holds in counts, and opened, in cards. */
export function ClusterPart({ cluster, bodyId, open, look, onVisit, onToggle }: Props) {
  const { world, name, resource, groups } = cluster;
  const needy = groups.flatMap(({ items }) => items).filter(({ needs }) => needs.length > 0).length;
  const own = resource === undefined ? [] : needsOf(resource);
  return (
    <section className={`map-cluster ${world}`} data-cluster aria-label={`Cluster ${look.show(name)}`}>
      <div className="map-cluster-head">
        <h4>
          <button type="button" className="map-toggle" aria-expanded={open} aria-controls={bodyId} onClick={onToggle}>
            <span className="map-world">{world.toUpperCase()}</span> <bdi>{look.show(name)}</bdi>
          </button>
        </h4>
        <p className="map-counts">
          {groups.length === 0 ? 'nothing in it was read' : groups.map(countsOf).join(', ')}
          {needy + own.length === 0 ? null : (
            <span className="map-needs">
              <StatusSymbol tone="failed" /> {needy === 0 ? own.join(', ') : `${needy} need${needy === 1 ? 's' : ''} attention`}
            </span>
          )}
        </p>
        {resource === undefined ? null : (
          <button
            type="button"
            className="button map-own"
            data-tone={toneOf(resource)}
            aria-expanded={look.selected === resource.id}
            aria-controls={look.panelId}
            onClick={({ detail }) => {
              look.select(resource.id, detail === 0);
            }}
          >
            <StatusSymbol tone={toneOf(resource)} /> {statusText(resource)}
            <span className="unseen"> cluster {look.show(name)}</span>
          </button>
        )}
      </div>
      <div id={bodyId} hidden={!open}>
        {open ? groups.map((group) => <GroupPart key={group.title} group={group} look={look} onVisit={onVisit} />) : null}
      </div>
    </section>
  );
}

function countsOf({ title, items, loose }: MapCluster['groups'][number]): string {
  const parts = items.reduce((sum, item) => sum + item.parts.length, 0);
  const count = items.length === 0 ? loose.length : items.length;
  const held = partNouns[title];
  return `${counted(count, title)}${parts === 0 || held === undefined ? '' : ` with ${counted(parts, held)}`}`;
}

/** What the items of a group hold. */
const partNouns: Readonly<Record<string, string>> = { Services: 'tasks', 'Node groups': 'nodes', Deployments: 'pods' };

/** A number of things whose name is given for many: `1 task`, `3 tasks without a service`. */
function counted(count: number, many: string): string {
  const words = lowered(many);
  return `${count.toLocaleString('en')} ${count === 1 ? words.replace(/s(?=\b)/, '') : words}`;
}

const lowered = (title: string): string =>
  /^(?:Deployments|Fargate)/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
