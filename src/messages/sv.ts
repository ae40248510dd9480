import { administration } from "./sv/administration";
import { agreements } from "./sv/agreements";
import { app } from "./sv/app";
import { approvals } from "./sv/approvals";
import { consultations } from "./sv/consultations";
import { events } from "./sv/events";
import { filings } from "./sv/filings";
import { funds } from "./sv/funds";
import { ideas } from "./sv/ideas";
import { initiatives } from "./sv/initiatives";
import { ledger } from "./sv/ledger";
import { money } from "./sv/money";
import { people } from "./sv/people";
import { preRegistrations } from "./sv/pre-registrations";
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
