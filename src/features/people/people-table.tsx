import type { T } from "@/messages/translator";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import type { PersonRow } from "./queries";

/** People with what an administrator looks for: where they work, and which roles they hold today. */
export function PeopleTable({ people, t }: { people: PersonRow[]; t: T }) {
  return (
    <Table<PersonRow>
      label={t("people.list.label")}
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          key: "name",
          head: t("people.list.name"),
          rowHeader: true,
          cell: (person) => (
            <>
              <Link href={`/admin/people/${person.id}`}>{person.name ?? t("people.list.hidden")}</Link>
              {person.title ? <span className="sub">{person.title}</span> : null}
            </>
          ),
        },
        { key: "unit", head: t("people.list.unit"), cell: (person) => person.unitName ?? "–" },
        {
          key: "number",
          head: t("people.list.employeeNumber"),
          cell: (person) => person.employeeNumber ?? "–",
        },
        {
          key: "roles",
          head: t("people.list.roles"),
          cell: (person) =>
            person.roles.length > 0 ? (
              person.roles.map((role) => t(`words.roles.${role}`)).join(", ")
            ) : (
              <Status bare tone="warn" text={t("people.list.noRole")} />
            ),
        },
      ]}
    />
  );
}
