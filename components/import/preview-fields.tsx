'use client';

import { useTranslations } from 'use-intl';
import { Select, TextArea, TextField } from '#components/ui/field.tsx';
import type { Fields, Look } from './look.ts';
import type { Trouble } from './trouble.ts';
import { doubtOf } from './warnings.ts';

interface PreviewFieldsProps {
  look: Look;
  onChange(look: Look): void;
  trouble: Trouble;
  languages: { tag: string; name: string }[];
}

/** What is known about the article, prefilled with what was found and saying how sure that is. */
export function PreviewFields({ look, onChange, trouble, languages }: PreviewFieldsProps) {
  const t = useTranslations('import');
  const common = useTranslations('common');
  const { fields, found } = look;

  const bind = (field: keyof Fields) => {
    const doubt = doubtOf(field, look);
    return {
      value: fields[field],
      onChange: ({ target }: { target: { value: string } }) =>
        // A title that wraps is still one line.
        onChange({ ...look, fields: { ...fields, [field]: target.value.replace(/\n/g, ' ') } }),
      error: trouble.places[field],
      hint: doubt && t(doubt),
      'data-doubt': doubt ?? undefined,
    };
  };
  const optional = common('optional');
  // A tag that was found and is not among the usual ones can be kept.
  const rare = languages.some(({ tag }) => tag === found.lang) ? [] : [{ tag: found.lang, name: found.lang }];

  return (
    <div className="import-fields">
      <TextArea
        label={t('fieldTitle')}
        className="title-input"
        rows={1}
        maxLength={300}
        required
        {...bind('title')}
      />
      <TextField
        label={t('fieldByline')}
        aside={optional}
        maxLength={200}
        autoComplete="off"
        {...bind('byline')}
      />
      <TextField
        label={t('fieldSite')}
        aside={optional}
        maxLength={120}
        autoComplete="off"
        {...bind('site')}
      />
      <TextField label={t('fieldDate')} aside={optional} type="date" {...bind('publishedAt')} />
      <Select label={t('fieldLang')} {...bind('lang')}>
        {[...rare, ...languages].map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        label={t('fieldUrl')}
        aside={optional}
        type="url"
        inputMode="url"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={2048}
        {...bind('url')}
      />
    </div>
  );
}
