'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { problemWords } from '#components/api/problem-words.ts';
import { RequestProblem, request } from '#components/api/request.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { PersonLine } from '#lib/flows/people-view.ts';
import { ROLES, type Role } from '#lib/user/schema.ts';

interface RoleFormProps {
  person: PersonLine;
  onChange(person: PersonLine): void;
}

/** Gives a role. Making an admin, and making one less, is asked twice: it is what all the rest rests on. */
export function RoleForm({ person, onChange }: RoleFormProps) {
  const t = useTranslations('people');
  const problems = useTranslations('problems');
  const [role, setRole] = useState(person.role);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const concernsAdmin = role === 'admin' || person.role === 'admin';
  const changed = role !== person.role;

  async function save() {
    setAsking(false);
    setBusy(true);
    try {
      const { data } = await request<PersonLine>('PUT', `/api/users/${person.handle}/role`, { role });
      onChange(data);
      announce(t('roleGiven', { name: data.name, role: data.role }));
    } catch (error) {
      const refused = error instanceof RequestProblem && error.code === 'not-allowed';
      announce(refused ? t('roleRefused') : problemWords(problems, error), 'error');
      if (refused) setRole(person.role);
    }
    setBusy(false);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || !changed) return;
    if (concernsAdmin) setAsking(true);
    else void save();
  }

  return (
    <form className="role-form" onSubmit={submit}>
      <select
        className="input"
        aria-label={t('roleOf', { name: person.name })}
        value={role}
        onChange={(event) => setRole(event.target.value as Role)}
      >
        {ROLES.map((name) => (
          <option key={name} value={name}>
            {t(`roles.${name}`)}
          </option>
        ))}
      </select>
      <Button
        type="submit"
        busy={busy}
        aria-disabled={busy || !changed || undefined}
        aria-label={t('saveRoleOf', { name: person.name })}
      >
        {t('saveRole')}
      </Button>
      {asking ? (
        <ConfirmAdmin
          person={person}
          role={role}
          onConfirm={() => void save()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </form>
  );
}

function ConfirmAdmin({
  person: { name },
  role,
  onConfirm,
  onClose,
}: {
  person: PersonLine;
  role: Role;
  onConfirm(): void;
  onClose(): void;
}) {
  const t = useTranslations('people');
  const making = role === 'admin';
  return (
    <Dialog
      open
      onClose={onClose}
      title={making ? t('makeAdmin', { name }) : t('unmakeAdmin', { name })}
      closeLabel={t('close')}
    >
      <div className="form">
        <p>{making ? t('makeAdminDoes') : t('unmakeAdminDoes', { name, role })}</p>
        <div className="actions">
          <Button look="danger" onClick={onConfirm}>
            {making ? t('makeAdminConfirm') : t('unmakeAdminConfirm')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
