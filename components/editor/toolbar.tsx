'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { ToolIcon } from './icons.tsx';
import type { EditorMessages, Tool } from './tools.ts';

interface ToolbarProps {
  editor: Editor;
  tools: readonly Tool[];
  t: EditorMessages;
  /** The id of the text that the tools work on. */
  controls: string;
  /** Opens the form that asks for an address. */
  onLink(): void;
}

/** The tools over an editor: one stop of the tab key, arrows within (ARIA's toolbar pattern). */
export function Toolbar({ editor, tools, t, controls, onLink }: ToolbarProps) {
  const [stop, setStop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      tools.map((tool) => ({ active: tool.isActive?.(now), enabled: tool.isEnabled?.(now) ?? true })),
    equalityFn: (a, b) =>
      b !== null && a.every((one, i) => one.active === b[i]?.active && one.enabled === b[i]?.enabled),
  });

  function move(event: KeyboardEvent) {
    const to = target(event, stop, tools.length);
    if (to === null) return;
    event.preventDefault();
    setStop(to);
    bar.current?.querySelectorAll('button')[to]?.focus();
  }

  return (
    <div
      ref={bar}
      className="editor-tools"
      role="toolbar"
      aria-label={t('tools')}
      aria-controls={controls}
      onKeyDown={move}
    >
      {tools.map((tool, index) => {
        const { active, enabled } = states[index] ?? { active: false, enabled: true };
        const label = t(tool.name);
        return (
          <button
            key={tool.name}
            type="button"
            className="tool"
            aria-label={label}
            title={tool.keys ? `${label} (${spoken(tool.keys)})` : label}
            aria-keyshortcuts={tool.keys?.replace('Mod', isApple() ? 'Meta' : 'Control')}
            aria-pressed={active}
            aria-disabled={!enabled}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setStop(index)}
            // A press must not take the focus, and with it the selection, from the text.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (!enabled) return;
              if (tool.run) tool.run(editor);
              else onLink();
            }}
          >
            <ToolIcon name={tool.name} />
          </button>
        );
      })}
    </div>
  );
}

/** The tool that a key goes to, or null for keys that are none of the toolbar's. */
function target(event: KeyboardEvent, from: number, count: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return count - 1;
  if (event.key === 'ArrowRight') return (from + 1) % count;
  if (event.key === 'ArrowLeft') return (from + count - 1) % count;
  return null;
}

function isApple(): boolean {
  return /Mac|iP(?:hone|ad|od)/.test(navigator.platform);
}

function spoken(keys: string): string {
  return isApple() ? keys.replace('Mod+', '⌘').replace('Shift+', '⇧') : keys.replace('Mod', 'Ctrl');
}
