import { Select } from '#components/ui/field.tsx';

interface ChoiceProps {
  name: string;
  label: string;
  /** The words for not narrowing down by it. */
  any: string;
  value: string | undefined;
  /** What may be chosen, each with its words. */
  options: readonly (readonly [value: string, words: string | undefined])[];
}

/** One thing to narrow a list down by. */
export function Choice({ name, label, any, value, options }: ChoiceProps) {
  return (
    <Select name={name} label={label} defaultValue={value ?? ''}>
      <option value="">{any}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words ?? option}
        </option>
      ))}
    </Select>
  );
}
