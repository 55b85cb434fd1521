import { copyText } from '../ui/useCopy';

const shownMs = 3000;

/** Says aloud what became of the copy; made once, since a screen reader hears only a region that was there before. */
function speak(words: string): void {
  let region = document.getElementById('link-copied');
  if (region === null) {
    region = document.createElement('div');
    region.id = 'link-copied';
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = words;
}

/** Copies the address of a link sign that was pressed, and shows at the sign that it was copied. The address bar has it too. */
export async function announceCopy(sign: HTMLAnchorElement): Promise<void> {
  const [copied] = await Promise.all([
    copyText(sign.href),
    // The link is copied without it too.
    import('./embed/offer').then(
      ({ offerToEmbed }) => offerToEmbed(sign),
      () => undefined,
    ),
  ]);
  if (!copied) return;
  sign.dataset['copied'] = 'true';
  speak('Link copied.');
  setTimeout(() => {
    delete sign.dataset['copied'];
    speak('');
  }, shownMs);
}
