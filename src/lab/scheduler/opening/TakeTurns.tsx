import { useId, useState, type ReactNode } from 'react';
import type { ThreadIndex } from '../../../core/schedule/types';
import { useHandOver } from '../../workbench/useHandOver';
import { functionEnd, lineCount, name, orders, recording, shownLines, source, told, turnCount } from './program';
import { overwriteIn, sayResult, sayTurn, sayWhy } from './say';
import './takeTurns.css';
import { playedTo, type Played, type Player, type Turn } from './turns';

interface TakeTurnsProps {
  /** By which rule all of these orders can happen. */
  readonly rule: ReactNode;
  /** Where to go from the result. */
  readonly ways: ReactNode;
}

/** The game's address in the page. */
const anchor = 'whose-turn';

/** A program that is played at once, without Python: the reader says whose turn it is. Whatever the reader's turns bring has its place from the beginning. */
export function TakeTurns({ rule, ways }: TakeTurnsProps) {
  const titleId = useId();
  const [taken, setTaken] = useState<readonly ThreadIndex[]>([]);
  const played = playedTo(recording, told, taken);
  const { turns, players, printed } = played;
  const last = turns.at(-1);
  const ended = printed !== null;
  const begun = taken.length > 0;
  return (
    <section className="turns" id={anchor} aria-labelledby={titleId} data-played={taken.length} data-printed={printed}>
      <h2 id={titleId}>Whose turn is it?</h2>
      <p className="turns-task">Ada and Ben each add 1. You choose who goes on: can you lose an update?</p>
      <div className="turns-board">
        <Code players={players} last={last} />
        <div className="turns-stage">
          <p className="turns-counter numeric" data-lost={ended && printed !== told.expected}>
            <code>{told.variable}</code> <strong>{played.value}</strong> <span>expected {told.expected}</span>
          </p>
          <div className="turns-players">
            {players.map((player) => (
              <PlayerView
                key={player.thread}
                player={player}
                onTurn={() => setTaken([...taken, player.thread])}
                ended={player.line === null}
              />
            ))}
          </div>
          <TurnsTape turns={turns} players={players} over={ended ? (overwriteIn(turns)?.lost ?? null) : null} />
          <div className="turns-back">
            <BackButton able={begun} onPress={() => setTaken(taken.slice(0, -1))}>
              Undo
            </BackButton>
            <BackButton able={begun} onPress={() => setTaken([])}>
              Start over
            </BackButton>
          </div>
        </div>
      </div>
      <div className="turns-result">
        <div role="status">{ended ? <Result played={played} /> : <p>{wordsOf(last)}</p>}</div>
        {ended ? (
          <>
            <p className="button-row turns-ways">{ways}</p>
            <p className="turns-rule">{rule}</p>
          </>
        ) : null}
      </div>
    </section>
  );
}

const wordsOf = (last: Turn | undefined): string =>
  last === undefined ? 'Each has two turns. Take them in any order you like.' : sayTurn(last, told);

function Result({ played }: { readonly played: Played }) {
  return (
    <>
      <p className="turns-verdict">{sayResult(played, told, orders)}</p>
      <p>{sayWhy(played.turns, told)}</p>
    </>
  );
}

/** The lines that matter, those that the last turn ran, and where each thread goes on. */
function Code({ players, last }: { readonly players: readonly Player[]; readonly last: Turn | undefined }) {
  const elsewhere = useHandOver();
  const ran = (line: number): boolean =>
    last !== undefined && line >= last.from && (last.to === null ? line <= functionEnd : line < last.to);
  return (
    <figure className="turns-code">
      <figcaption>
        <span>
          <code>{name}</code>
        </span>
        <button
          type="button"
          className="button button-quiet"
          onClick={() => void elsewhere.open('scheduler', source(), name, anchor)}
        >
          Step through all {lineCount} lines
        </button>
      </figcaption>
      <ol className="turns-lines" aria-label={`${name}, the lines that matter`}>
        {shownLines.map(({ number, html, gap }) => (
          <li key={number} value={number} data-gap={gap} data-ran={ran(number) ? last?.thread : undefined}>
            <code dangerouslySetInnerHTML={{ __html: html }} />
            {players
              .filter(({ line }) => line === number)
              .map((player) => (
                <span key={player.thread} className="turns-mark" data-thread={player.thread}>
                  {player.name}
                </span>
              ))}
          </li>
        ))}
      </ol>
    </figure>
  );
}

interface PlayerViewProps {
  readonly player: Player;
  readonly ended: boolean;
  onTurn(): void;
}

function PlayerView({ player, ended, onTurn }: PlayerViewProps) {
  const { thread, name: who, holds, canGo } = player;
  return (
    <div className="turns-player" data-thread={thread}>
      {/* Not `disabled`: the focus would be lost with the press that makes it so. */}
      <button type="button" className="turns-go" aria-disabled={!canGo} onClick={canGo ? onTurn : undefined}>
        {who}’s turn
      </button>
      <p className="numeric">
        {ended ? (
          'done'
        ) : (
          <>
            <code>{told.local}</code> {holds ?? 'not read yet'}
          </>
        )}
      </p>
    </div>
  );
}

interface TurnsTapeProps {
  readonly turns: readonly Turn[];
  readonly players: readonly Player[];
  /** The turn whose write was wiped out. */
  readonly over: Turn | null;
}

/** The turns in their order, each in its thread's lane. */
function TurnsTape({ turns, players, over }: TurnsTapeProps) {
  return (
    <div className="turns-tape">
      {players.map(({ thread, name: who }) => (
        <span key={thread} className="turns-lane" aria-hidden="true">
          {who}
        </span>
      ))}
      <ol aria-label={`The turns so far, of ${turnCount}`}>
        {turns.map((turn, at) => (
          <li key={at} data-thread={turn.thread} data-lost={turn === over}>
            <span className="visually-hidden">{turn.name} </span>
            {turn.did === 'read' ? 'read' : 'wrote'} {turn.value}
            {turn === over ? <span className="visually-hidden">, and lost it</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface BackButtonProps {
  readonly able: boolean;
  readonly children: string;
  onPress(): void;
}

function BackButton({ able, children, onPress }: BackButtonProps) {
  return (
    <button type="button" className="button button-quiet" aria-disabled={!able} onClick={able ? onPress : undefined}>
      {children}
    </button>
  );
}
