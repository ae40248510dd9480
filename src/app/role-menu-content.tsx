import { chooseLocaleAction, chooseRoleAction } from "@/features/people/acting-role-actions";
import type { T } from "@/messages/translator";
import type { Visitor } from "@/server/session";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { signOut } from "./sign-in/actions";

type Role = Visitor["roles"][number];

/** What opens under one's name: the roles one may act in, the language, where the roles come from, the way out. */
export function RoleMenuContent({ visitor, path, t }: { visitor: Visitor; path: string; t: T }) {
  const { roles, locale } = visitor;
  const other = locale === "sv" ? "en" : "sv";
  return (
    <>
      <p className="note">{t("app.menu.note", { role: inSentence(actingAs(visitor, t)) })}</p>
      <Form action={chooseRoleAction} label={t("app.menu.chooseRole")} idPrefix="role-">
        {roles.map((role) => (
          <SubmitButton
            key={role.assignmentId}
            tone="menu"
            name="assignmentId"
            value={role.assignmentId}
            current={role.chosen}
          >
            {roleLabel(role, roles, t)}
          </SubmitButton>
        ))}
      </Form>
      <Link href="/me">{t("app.menu.roles")}</Link>
      <Form action={chooseLocaleAction} label={t("app.menu.chooseLocale")} idPrefix="locale-">
        <HiddenField name="back" value={path} />
        <SubmitButton tone="menu" name="locale" value={other}>
          <span lang={other}>{t("app.menu.otherLocale")}</span>
        </SubmitButton>
      </Form>
      <form action={signOut}>
        <SubmitButton tone="menu">{t("app.menu.signOut")}</SubmitButton>
      </form>
    </>
  );
}

/** The acting role as it stands beside the name. */
export function actingAs({ roles }: Visitor, t: T): string {
  const chosen = roles.find((role) => role.chosen);
  return chosen ? roleLabel(chosen, [chosen], t) : "";
}

/** The role's word; with its unit or union when another one in the list has the same word, and with whose it is. */
function roleLabel(role: Role, among: readonly Role[], t: T): string {
  const word = t(`words.roles.${role.role}`);
  if (role.onBehalfOf)
    return t("app.menu.onBehalfOf", { role: word, person: role.onBehalfOf.name ?? t("app.menu.someone") });
  const twins = among.filter((other) => other.role === role.role && !other.onBehalfOf);
  return twins.length > 1
    ? t("app.menu.roleIn", { role: word, where: role.unionName ?? role.unitName })
    : word;
}

/** A word as it stands inside a sentence: small, unless it is an abbreviation (HR). */
export function inSentence(word: string): string {
  return /^\p{Lu}\p{Lu}/u.test(word) ? word : word.charAt(0).toLocaleLowerCase("sv") + word.slice(1);
}
