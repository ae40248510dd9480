import { administration } from "./en/administration";
import { agreements } from "./en/agreements";
import { app } from "./en/app";
import { approvals } from "./en/approvals";
import { consultations } from "./en/consultations";
import { events } from "./en/events";
import { filings } from "./en/filings";
import { funds } from "./en/funds";
import { ideas } from "./en/ideas";
import { initiatives } from "./en/initiatives";
import { ledger } from "./en/ledger";
import { money } from "./en/money";
import { people } from "./en/people";
import { preRegistrations } from "./en/pre-registrations";
import { refusals } from "./en/refusals";
import { reports } from "./en/reports";
import { requisitions } from "./en/requisitions";
import { signIn } from "./en/sign-in";
import { tasks } from "./en/tasks";
import { words } from "./en/words";
import type { Same } from "./same";
import type { sv } from "./sv";

export const en: Same<typeof sv> = {
  app,
  signIn,
  refusals,
  words,
  people,
  agreements,
  administration,
  ledger,
  money,
  consultations,
  approvals,
  ideas,
  preRegistrations,
  initiatives,
  filings,
  requisitions,
  funds,
  tasks,
  reports,
  events,
};
