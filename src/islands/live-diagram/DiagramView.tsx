import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Act } from '../../model/api-call.ts';
import type { Millis } from '../../model/json.ts';
import { beginRun, logAt } from '../../simulation/engine/run.ts';
import type { Tried } from '../../simulation/engine/what-if.ts';
import { place } from '../../topology/place.ts';
import { AccountDoor } from './AccountDoor.tsx';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import type { LiveDiagramProps } from './LiveDiagram.tsx';
import { Notice } from './Notice.tsx';
import { Details } from './panel/Details.tsx';
import type { DiagramParts } from './parts.ts';
import { refusalOf } from './refusal.ts';
import { notesOf, PartNotes } from './stage/part-notes.ts';
import { Stage } from './stage/Stage.tsx';
import { newsOf } from './summary.ts';
import { Aloud } from './told/Aloud.tsx';
import { Caption } from './told/Caption.tsx';
import { standingOf } from './told/story-so-far.ts';
import { Told } from './told/Told.tsx';
import { Transport } from './transport/Transport.tsx';
import { useAccount } from './use-account.ts';
import { dropTarget } from '../drop-target.ts';
import { useFrameEvents } from './use-frame-events.ts';
import { useHydrated } from '../use-hydrated.ts';
import { usePlayer } from './use-player.ts';
import { useSelection } from './use-selection.ts';
import { useShareLink } from './use-share-link.ts';
import { useOwnId } from '../own-id.ts';

interface Props extends LiveDiagramProps {
  readonly parts: DiagramParts;
}

/** One live diagram: head, stage with its panel, transport, and what is told of it. */
export function DiagramView({ id, parts, size, story, inputs }: Props) {
  const { scenario, topology, definition } = parts;
  const accountView = size === 'small' || story === 'none' ? undefined : definition.account;
  const root = useRef<HTMLElement>(null);
  const isLive = useHydrated();
  const titleId = useOwnId();
  const panelId = useOwnId();
  const kinds = useMemo(() => new Set(topology.nodes.flatMap(({ kind }) => kind ?? [])), [topology]);
  const [player, state] = usePlayer(scenario, kinds, inputs ?? (story === 'none' ? [] : undefined));
  const account = useAccount();
  const share = useShareLink(player, scenario);
  const { selected, select, close } = useSelection(root);
  const [told, setTold] = useState<string>();
  const [grouping, setGrouping] = useState(definition.groupings[0]?.id ?? '');

  const { drawn } = account;
  const frame = drawn?.frame ?? state.frame;
  const source = drawn?.source ?? 'simulation';
  const run = drawn === undefined ? state.run : undefined;
  const nest = definition.groupings.find((one) => one.id === grouping)?.nest;
  const placement = useMemo(() => place(topology, nest ?? [], frame), [topology, nest, frame]);
  const notes = useMemo(() => notesOf(scenario.plots, frame.measures), [scenario, frame]);
  const standing = standingOf(state.run, state.time);
  const seek = (time: Millis): void => {
    flushSync(() => {
      player.seek(time);
    });
  };
  const act = (deed: Act): void => {
    flushSync(() => {
      setTold(refusalOf(player.act(deed)));
    });
  };
  const tryOut = ({ run: prepared, time, text }: Tried): void => {
    flushSync(() => {
      account.choose('simulation');
      player.open(prepared, time);
      setTold(text);
    });
  };
  useFrameEvents(
    root,
    { frame, time: state.time, run },
    {
      seek: (time) => {
        player.pause();
        seek(time);
      },
      reset: () => {
        flushSync(player.reset);
      },
      run: ({ inputs: wanted, until }) => {
        flushSync(() => {
          account.choose('simulation');
          player.playUntil(beginRun(scenario, { inputs: wanted }), until);
        });
      },
    },
  );

  return (
    <section
      ref={root}
      className={`live-diagram ${definition.subject}`}
      data-diagram={id}
      data-source={source}
      data-time={Math.round(state.time)}
      data-size={size}
      data-live={isLive || undefined}
      aria-labelledby={titleId}
      {...(accountView === undefined ? {} : dropTarget(account.open))}
    >
      <Head
        definition={definition}
        frame={frame}
        titleId={titleId}
        grouping={grouping}
        onGroup={setGrouping}
        source={accountView === undefined ? undefined : account.chosen}
        onSource={account.choose}
      />
      {accountView === undefined ? null : (
        <AccountDoor scenario={scenario} account={account} view={accountView} kinds={kinds} onTry={tryOut} />
      )}
      <div className="body" data-open={selected === undefined ? undefined : ''}>
        <PartNotes value={notes}>
          <Stage
            topology={topology}
            placement={placement}
            picture={`${source} ${grouping}`}
            run={run}
            selected={selected}
            panelId={panelId}
            onSelect={select}
          />
        </PartNotes>
        <Details
          panelId={panelId}
          title={definition.title}
          selected={selected}
          summary={definition.summary}
          frame={frame}
          run={run}
          time={state.time}
          onAct={act}
          onSelect={select}
          onClose={close}
        />
      </div>
      {run === undefined ? null : (
        <Transport
          player={player}
          state={state}
          selected={selected}
          leftAt={standing.leftAt}
          onAct={act}
          onSelect={select}
          onShare={share.share}
        >
          <Caption scenario={scenario} standing={standing} />
        </Transport>
      )}
      {told === undefined ? null : <Notice news={{ text: told }} />}
      {share.news === undefined ? null : <Notice news={share.news} />}
      <Told
        lines={run === undefined ? frame.messages : logAt(run, state.index)}
        run={run}
        hasStory={story !== 'none'}
        standing={standing}
        folded={size === 'small'}
        onChoose={({ at, look }) => {
          seek(at);
          if (look !== undefined) select(look);
        }}
      />
      <Foot definition={definition} run={run} index={state.index} mayBeSaved={accountView !== undefined} />
      <Aloud text={run === undefined ? undefined : newsOf(state)} />
    </section>
  );
}
