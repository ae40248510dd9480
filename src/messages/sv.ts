import { administration } from "./sv/administration";
import { agreements } from "./sv/agreements";
import { alarms } from "./sv/alarms";
import { app } from "./sv/app";
import { approvals } from "./sv/approvals";
import { codings } from "./sv/codings";
import { consultations } from "./sv/consultations";
import { distributions } from "./sv/distributions";
import { events } from "./sv/events";
import { exports } from "./sv/exports";
import { filings } from "./sv/filings";
import { funds } from "./sv/funds";
import { ideas } from "./sv/ideas";
import { initiatives } from "./sv/initiatives";
import { jobs } from "./sv/jobs";
import { ledger } from "./sv/ledger";
import { ledgerBook } from "./sv/ledger-book";
import { money } from "./sv/money";
import { people } from "./sv/people";
import { preRegistrations } from "./sv/pre-registrations";
import { provisions } from "./sv/provisions";
import { reconciliations } from "./sv/reconciliations";
import { refusals } from "./sv/refusals";
import { reports } from "./sv/reports";
import { requisitions } from "./sv/requisitions";
import { signIn } from "./sv/sign-in";
import { tasks } from "./sv/tasks";
import { words } from "./sv/words";

export const sv = {
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
