import { create } from 'zustand';
import { readRaw, removeRaw, writeRaw } from './box';

/** `system` follows the browser. The key is also read by the few lines in `index.html` that set the theme before the first paint. */
export type Theme = 'system' | 'light' | 'dark';

const themeKey = 'timeslice-theme';
const shortcutsKey = 'timeslice-shortcuts';

interface Settings {
  readonly theme: Theme;
  /** Single-key shortcuts can be switched off, for those who speak to their computer. */
  readonly shortcuts: boolean;
  setTheme(theme: Theme): void;
  setShortcuts(on: boolean): void;
}

export const useSettings = create<Settings>()((set) => ({
  theme: 'system',
  shortcuts: true,
  setTheme: (theme) => {
    set({ theme });
    if (theme === 'system') removeRaw(themeKey);
    else writeRaw(themeKey, theme);
  },
  setShortcuts: (shortcuts) => {
    set({ shortcuts });
    if (shortcuts) removeRaw(shortcutsKey);
    else writeRaw(shortcutsKey, 'off');
  },
}));

/** Takes over what was stored; anything else than the known words counts as not set. */
export function loadSettings(): void {
  const theme = readRaw(themeKey);
  const shortcuts = readRaw(shortcutsKey);
  useSettings.setState({
    theme: theme.status === 'found' && (theme.raw === 'light' || theme.raw === 'dark') ? theme.raw : 'system',
    shortcuts: !(shortcuts.status === 'found' && shortcuts.raw === 'off'),
  });
}
