interface Choice {
  name: 'language' | 'theme';
  label: string;
  value: string;
  options: { value: string; label: string; lang?: string }[];
}

/** Language and colours. `mountPreferences` (choose-preferences.ts) makes them work. */
export function Preferences({ choices, failed }: { choices: Choice[]; failed: string }) {
  return (
    <div className="preferences" data-preferences="" data-failed={failed}>
      {choices.map(({ name, label, value, options }) => (
        <label key={name}>
          {label}
          <select name={name} defaultValue={value}>
            {options.map((option) => (
              <option key={option.value} value={option.value} lang={option.lang}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
