import { createUser, giveRole, setPassword } from '#lib/user/mutations.ts';
import type { Role } from '#lib/user/schema.ts';
import { newPassword } from './password.ts';
import { requirePerson } from './people.ts';

interface NewPerson {
  email: string;
  password?: string | undefined;
  name?: string | undefined;
  handle?: string | undefined;
  role: Role;
}

export async function create({ email, name, handle, role, ...given }: NewPerson): Promise<void> {
  const { password, made } = await newPassword(given.password);
  const user = await createUser({
    email,
    name: name ?? email.split('@')[0] ?? email,
    password,
    role,
    confirmed: true,
    ...(handle ? { handle } : {}),
  });
  console.log(`Created ${email} (@${user.handle}, ${role}).`);
  if (made) console.log(`Password, shown this once: ${password}`);
}

export async function changeRole({ email, role }: { email: string; role: Role }): Promise<void> {
  const person = await requirePerson(email);
  await giveRole('operator', person.id, role);
  console.log(`${email} is ${role} now.`);
}

export async function changePassword(given: { email: string; password?: string | undefined }): Promise<void> {
  const person = await requirePerson(given.email);
  const { password, made } = await newPassword(given.password);
  await setPassword(person.id, password);
  console.log(`The password of ${given.email} was changed, and its sessions were ended.`);
  if (made) console.log(`Password, shown this once: ${password}`);
}
