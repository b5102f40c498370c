import { useState } from 'react';
import type { Theme } from '../app/theme';
import { savedTheme, saveTheme, themeWords } from '../app/theme';

export const ThemeSelect = () => {
  const [theme, setTheme] = useState<Theme>(savedTheme);
  return (
    <select
      aria-label="Colours"
      title="Colours: as the system has them, light, or dark"
      value={theme}
      onChange={(event) => {
        const next = event.target.value as Theme;
        saveTheme(next);
        setTheme(next);
      }}
    >
      {Object.entries(themeWords).map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </select>
  );
};
