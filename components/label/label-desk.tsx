'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '#components/form/confirm-dialog.tsx';
import { useSubmit } from '#components/form/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { LabelView } from '#lib/label/schema.ts';
import { LabelForm, type Limits } from './label-form.tsx';
import { type LabelList, useLabelList } from './use-label-list.ts';

interface LabelDeskProps {
  initial: LabelView[];
  locale: Locale;
  limits: Limits;
}

/** What is offered, in its order, and what is not any more: to be worded, moved, retired and brought back. */
export function LabelDesk({ initial, locale, limits }: LabelDeskProps) {
  const t = useTranslations('labelList');
  const list = useLabelList(initial);
  const [editing, setEditing] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const adder = useRef<HTMLButtonElement>(null);
  const offered = list.labels.filter(({ retired }) => !retired);
  const retired = list.labels.filter((label) => label.retired);
  const common = { list, locale, limits, ready };

  function close(focus: () => void) {
    flushSync(() => setEditing(null));
    focus();
  }
  const row = (label: LabelView, at: number, of: number) => (
    <Row
      key={label.key}
      label={label}
      {...common}
      first={at === 0}
      last={at === of - 1}
      isEditing={editing === label.key}
      onEdit={() => setEditing(label.key)}
      onClose={() => close(() => document.getElementById(`edit-${label.key}`)?.focus())}
    />
  );

  return (
    <>
      <section aria-labelledby="offered">
        <h2 id="offered">{t('offered')}</h2>
        <ol className="label-rows">{offered.map((label, at) => row(label, at, offered.length))}</ol>
        {editing === NEW ? (
          <LabelForm
            label={null}
            list={list}
            locale={locale}
            limits={limits}
            onClose={() => close(() => adder.current?.focus())}
          />
        ) : (
          <div>
            <Button ref={adder} id="add-label" disabled={!ready} onClick={() => setEditing(NEW)}>
              <Icon name="plus" /> {t('addTitle')}
            </Button>
          </div>
        )}
        <noscript>
          <p>{t('noScript')}</p>
        </noscript>
      </section>
      {retired.length > 0 && (
        <section aria-labelledby="retired">
          <h2 id="retired">{t('retired')}</h2>
          <p className="small">{t('retiredHint')}</p>
          <ol className="label-rows">{retired.map((label, at) => row(label, at, retired.length))}</ol>
        </section>
      )}
    </>
  );
}

/** No label has such a key. */
const NEW = '+';

interface RowProps {
  label: LabelView;
  list: LabelList;
  locale: Locale;
  limits: Limits;
  ready: boolean;
  first: boolean;
  last: boolean;
  isEditing: boolean;
  onEdit(): void;
  onClose(): void;
}

function Row({ label, list, locale, limits, isEditing, onClose, ...rest }: RowProps) {
  if (isEditing) {
    return (
      <li>
        <LabelForm label={label} list={list} locale={locale} limits={limits} onClose={onClose} />
      </li>
    );
  }
  const other = locale === 'en' ? 'de' : 'en';
  return (
    <li className="label-row">
      <div>
        <p className="label-names">
          <span className={`label-tag ${label.tone}`}>{label.name[locale]}</span>
          <span className="small" lang={other}>
            {label.name[other]}
          </span>
        </p>
        <p className="small">{label.description[locale]}</p>
      </div>
      <RowButtons label={label} list={list} locale={locale} {...rest} />
    </li>
  );
}

type RowButtonsProps = Omit<RowProps, 'limits' | 'isEditing' | 'onClose'>;

function RowButtons({ label, list, locale, ready, first, last, onEdit }: RowButtonsProps) {
  const t = useTranslations('labelList');
  const { key, retired } = label;
  const name = label.name[locale];
  const off = !ready || undefined;
  const [isAsking, setAsking] = useState(false);

  /** The row moves in the document, and with it goes the focus. */
  async function move(by: -1 | 1) {
    await list.move(label, by, name);
    const buttons = [by < 0 ? 'up' : 'down', by < 0 ? 'down' : 'up'].map((way) =>
      document.getElementById(`${way}-${key}`),
    );
    buttons.find((button) => button?.ariaDisabled !== 'true')?.focus();
  }
  const way = (by: -1 | 1, none: boolean) => (
    <Button
      id={`${by < 0 ? 'up' : 'down'}-${key}`}
      look="quiet"
      iconOnly
      disabled={off}
      aria-disabled={none || list.busy || undefined}
      aria-label={t(by < 0 ? 'up' : 'down', { name })}
      onClick={() => none || void move(by)}
    >
      <Icon name={by < 0 ? 'arrow-up' : 'arrow-down'} />
    </Button>
  );
  const named = (does: 'edit' | 'retire' | 'back' | 'delete') => ({
    'aria-label': t('of', { does: t(does), name }),
  });

  return (
    <div className="row">
      {!retired && way(-1, first)}
      {!retired && way(1, last)}
      <Button id={`edit-${key}`} look="quiet" disabled={off} {...named('edit')} onClick={onEdit}>
        {t('edit')}
      </Button>
      <Button
        look="quiet"
        disabled={off}
        {...named(retired ? 'back' : 'retire')}
        onClick={() => void list.retire(label, !retired, name)}
      >
        {t(retired ? 'back' : 'retire')}
      </Button>
      <Button look="quiet" disabled={off} {...named('delete')} onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
      {isAsking && <DeleteDialog label={label} list={list} name={name} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** Asks before a label goes. One that somebody put on a passage cannot: the server says so here. */
function DeleteDialog({
  label,
  list,
  name,
  onClose,
}: Pick<RowProps, 'label' | 'list' | 'onClose'> & { name: string }) {
  const t = useTranslations('labelList');
  const submit = useSubmit();
  const remove = () =>
    void submit.run(async () => {
      await list.remove(label, name);
      // Its row went, and the dialog with it.
      document.getElementById('add-label')?.focus();
    });
  return (
    <ConfirmDialog
      title={t('deleteTitle', { name })}
      confirmLabel={t('delete')}
      submit={submit}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t('deleteHint')}</p>
    </ConfirmDialog>
  );
}
