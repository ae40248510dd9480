import type { ListExport } from "./list-export";
import { ledger } from "./list-export-ledger";
import {
  consultations,
  ideas,
  initiatives,
  preRegistrations,
  ready,
  requisitions,
} from "./list-exports-cases";
import { alarms, codingFaults, funds, months } from "./list-exports-money";
import { people, tasks, units } from "./list-exports-people";

/** Every list that can be taken home, by the name in its address: /exports/<name>. */
export const LIST_EXPORTS = {
  ideas,
  preRegistrations,
  initiatives,
  ready,
  requisitions,
  consultations,
  tasks,
  funds,
  ledger,
  codingFaults,
  months,
  alarms,
  people,
  units,
} as const satisfies Record<string, ListExport>;
export type ListName = keyof typeof LIST_EXPORTS;

/** The list at an address, or null. */
export function listAt(name: string): { name: ListName; list: ListExport } | null {
  return Object.hasOwn(LIST_EXPORTS, name)
    ? { name: name as ListName, list: LIST_EXPORTS[name as ListName] }
    : null;
}
