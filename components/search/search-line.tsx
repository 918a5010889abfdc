import type { ComponentProps } from 'react';
import { Button, type ButtonLook } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';

interface SearchLineProps extends Omit<ComponentProps<'input'>, 'className' | 'name' | 'type'> {
  label: string;
  /** What the button says. */
  find: string;
  look?: ButtonLook;
}

/** The one line in which words are sought, with its button: part of a form that works without a script. */
export function SearchLine({ label, find, look = 'primary', ...input }: SearchLineProps) {
  return (
    <Field label={label}>
      {(control) => (
        <span className="search-line">
          <input
            {...control}
            className="input"
            type="search"
            name="q"
            autoComplete="off"
            dir="auto"
            {...input}
          />
          <Button type="submit" look={look}>
            <Icon name="search" />
            {find}
          </Button>
        </span>
      )}
    </Field>
  );
}
