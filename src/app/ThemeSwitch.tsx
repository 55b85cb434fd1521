import { useEffect, useId } from 'react';
import { useSettings, type Theme } from '../storage/settings';

const themes: readonly { readonly id: Theme; readonly name: string }[] = [
  { id: 'system', name: 'System' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
];

/** Light, dark, or what the system says. */
export function ThemeSwitch() {
  const theme = useSettings((state) => state.theme);
  const setTheme = useSettings((state) => state.setTheme);
  const name = useId();
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
  }, [theme]);
  return (
    <fieldset className="segmented">
      <legend>Theme</legend>
      {themes.map((option) => (
        <label key={option.id}>
          <input type="radio" name={name} checked={theme === option.id} onChange={() => setTheme(option.id)} />
          <span>{option.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
