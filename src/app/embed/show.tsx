import { createRoot } from 'react-dom/client';
import { NavigationContext, type Navigation } from '../../ui/Link';
import { rootFrom, titleOf, type Page } from '../site';
import { Embedded } from './Embedded';
import './embed.css';
import { tellHeight } from './height';

/** Nothing leads away within the host's page: whatever is followed opens in a window of its own, without a way back to this one. */
function outwards(page: Page, path: string): Navigation {
  const root = rootFrom(path);
  return {
    root,
    title: titleOf(page),
    here: () => path,
    go: (to) => {
      window.open(new URL(root + to.slice(1), location.href), '_blank', 'noopener');
      return true;
    },
  };
}

/** Shows one part of a page in place of the whole page, which was prerendered. */
export function showEmbedded(container: HTMLElement, page: Page, path: string): void {
  const links = document.createElement('base');
  links.target = '_blank';
  document.head.append(links);
  document.title = titleOf(page);
  container.replaceChildren();
  document.documentElement.dataset['embed'] = 'shown';
  const navigation = outwards(page, path);
  createRoot(container).render(
    <NavigationContext value={navigation}>
      <Embedded page={page} />
    </NavigationContext>,
  );
  tellHeight();
}
