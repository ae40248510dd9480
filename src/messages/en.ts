import { administration } from "./en/administration";
import { agreements } from "./en/agreements";
import { alarms } from "./en/alarms";
import { app } from "./en/app";
import { approvals } from "./en/approvals";
import { codings } from "./en/codings";
import { consultations } from "./en/consultations";
import { distributions } from "./en/distributions";
import { events } from "./en/events";
import { exports } from "./en/exports";
import { filings } from "./en/filings";
import { funds } from "./en/funds";
import { ideas } from "./en/ideas";
import { initiatives } from "./en/initiatives";
import { jobs } from "./en/jobs";
import { ledger } from "./en/ledger";
import { ledgerBook } from "./en/ledger-book";
import { money } from "./en/money";
import { people } from "./en/people";
import { preRegistrations } from "./en/pre-registrations";
import { provisions } from "./en/provisions";
import { reconciliations } from "./en/reconciliations";
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
  codings,
  consultations,
  approvals,
  ideas,
  preRegistrations,
  initiatives,
  filings,
  requisitions,
  reconciliations,
  funds,
  ledgerBook,
  distributions,
  provisions,
  alarms,
  jobs,
  tasks,
  reports,
  exports,
  events,
};
