'use client';

import { type ChangeEvent, useState } from 'react';
import { announce } from '#components/ui/announce.ts';

interface Choice {
  name: 'language' | 'theme';
  label: string;
  value: string;
  options: { value: string; label: string; lang?: string }[];
}

/** Language and colours. Each choice is kept by the server, because the server writes them into the page. */
export function Preferences({ choices, failed }: { choices: Choice[]; failed: string }) {
  const [busy, setBusy] = useState(false);

  async function choose(name: Choice['name'], event: ChangeEvent<HTMLSelectElement>) {
    const { value } = event.target;
    setBusy(true);
    const answer = await fetch('/api/preferences', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ [name]: value }),
    }).catch(() => null);
    setBusy(false);
    if (!answer?.ok) return announce(failed, 'error');
    if (name === 'language') return location.reload();
    if (value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  }

  return (
    <div className="preferences">
      {choices.map(({ name, label, value, options }) => (
        <label key={name}>
          {label}
          <select
            name={name}
            defaultValue={value}
            disabled={busy}
            onChange={(event) => void choose(name, event)}
          >
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
