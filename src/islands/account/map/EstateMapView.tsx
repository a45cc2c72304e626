import { useRef, useState } from 'react';
import type { EstateMap } from '../../../account/map/estate-map.ts';
import type { Mask } from '../../../account/mask.ts';
import type { Id } from '../../../model/json.ts';
import { isSide, neighbour } from '../../arrow-walk.ts';
import { useListener } from '../../use-listener.ts';
import { ClusterPart } from './ClusterPart.tsx';
import type { MapLook } from './map-look.ts';
import { openedOf } from './map-look.ts';

interface Props {
  readonly map: EstateMap;
  /** Whether the reader looks for something: then what was found is open. */
  readonly filtered: boolean;
  readonly selected: Id | undefined;
  readonly panelId: string;
  readonly show: Mask;
  readonly onSelect: (id: Id, byKeyboard: boolean) => void;
}

/** The map: Regions, clusters and what is in them. Cards are one stop of the Tab key; arrow keys move between them. */
export function EstateMapView({ map, filtered, selected, panelId, show, onSelect }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [visited, setVisited] = useState<Id>();
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const opened = openedOf(map, filtered);
  const isOpen = (key: string): boolean => toggled.get(key) ?? opened.has(key);
  const first = map.regions
    .flatMap(({ clusters }) => clusters)
    .find(({ key, groups }) => isOpen(key) && groups.some(({ items }) => items.length > 0))
    ?.groups.find(({ items }) => items.length > 0)?.items[0]?.resource.id;
  const look: MapLook = { selected, reachable: visited ?? selected ?? first, panelId, show, select: onSelect };

  useListener(root, 'keydown', (event) => {
    const cards = root.current === null ? [] : [...root.current.querySelectorAll<HTMLElement>('[data-item]')];
    const at = cards.findIndex((card) => card === event.target);
    if (at === -1) return;
    const next = isSide(event.key)
      ? neighbour(cards.map((card) => card.getBoundingClientRect()), at, event.key) // prettier-ignore
      : { Home: 0, End: cards.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    cards[next]?.focus();
  });

  return (
    <div ref={root} className="map" role="group" aria-label="Map of the account; arrow keys move between cards">
      {map.regions.length === 0 ? (
        <p className="map-nothing">{filtered ? 'Nothing fits what you look for.' : 'No cluster was read.'}</p>
      ) : null}
      {map.regions.map((region, at) => (
        <section key={`${region.account ?? ''} ${region.name}`} className="map-region" aria-label={region.name}>
          <h3>
            {region.name}
            {region.account === undefined || map.regions.every(({ account }) => account === region.account) ? null : (
              <span className="quiet"> account {show(region.account)}</span>
            )}
          </h3>
          {region.clusters.map((cluster, index) => (
            <ClusterPart
              key={cluster.key}
              cluster={cluster}
              bodyId={`account-cluster-${at}-${index}`}
              open={isOpen(cluster.key)}
              look={look}
              onVisit={setVisited}
              onToggle={() => setToggled(new Map(toggled).set(cluster.key, !isOpen(cluster.key)))}
            />
          ))}
        </section>
      ))}
    </div>
  );
}
