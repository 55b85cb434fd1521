import { createRoot } from 'react-dom/client';
import { EmbedDialog } from '../../ui/EmbedDialog';

/** What can stand in another page: an experiment, a puzzle, a program. */
const parts = '.card[data-experiment], .card.puzzle, .code[data-program]';

/** The name of a part, as a frame's title says it; null for what cannot be embedded. */
function titleOf(part: HTMLElement): string | null {
  if (!part.matches(parts)) return null;
  const { program } = part.dataset;
  if (program !== undefined) return `Program: ${program}`;
  const name = part.querySelector('h1, h3')?.textContent ?? '';
  return `${part.dataset['experiment'] === undefined ? 'Puzzle' : 'Experiment'}: ${name}`;
}

function openDialog(address: string, title: string, puzzle: boolean): void {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  const close = (): void => {
    root.unmount();
    container.remove();
  };
  root.render(<EmbedDialog address={address} title={title} puzzle={puzzle} onClose={close} />);
}

let withdraw = (): void => undefined;

/** Offers, beside a link sign that was pressed, the code that embeds what it links to; until the reader turns to something else. */
export function offerToEmbed(sign: HTMLAnchorElement): void {
  withdraw();
  const part = document.getElementById(decodeURIComponent(sign.hash.slice(1)));
  const title = part === null ? null : titleOf(part);
  if (part === null || title === null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button link-offer';
  button.textContent = 'Embed';
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', () => openDialog(sign.href, title, part.matches('.puzzle')));
  sign.after(button);
  const over = button.getBoundingClientRect().right + 8 - document.documentElement.clientWidth;
  if (over > 0) button.style.translate = `${-over}px 1.9rem`;
  const stop = new AbortController();
  withdraw = () => {
    stop.abort();
    button.remove();
  };
  const elsewhere = ({ target }: Event): void => {
    if (target !== button && target !== sign) withdraw();
  };
  addEventListener('pointerdown', elsewhere, { signal: stop.signal });
  addEventListener('focusin', elsewhere, { signal: stop.signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && withdraw(), { signal: stop.signal });
}
