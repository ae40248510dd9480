import { expect, type Page } from "@playwright/test";
import { look } from "./axe";
import { stored, t } from "./people";
import { begins, button, choice, choose, field, follow, form, today, told } from "./steps";

// What people do from the decision to reconciled money, and what the book then says.

/** What the book holds for a case, in kronor, summed from its entries and not from the balances. */
export async function moneyOf(
  title: string,
): Promise<{ reserved: number; committed: number; drawn: number }> {
  const [sums] = await stored<{ reserved: string; committed: string; drawn: string }>(
    `SELECT
       coalesce(sum(ends.amount) FILTER (WHERE ends.account = 'reserved'), 0) AS reserved,
       coalesce(sum(ends.amount) FILTER (WHERE ends.account = 'committed'), 0) AS committed,
       coalesce(sum(ends.amount) FILTER (WHERE ends.account = 'drawn'), 0) AS drawn
     FROM (
       SELECT to_account AS account, to_case_id AS case_id, amount FROM ledger_entry
       UNION ALL SELECT from_account, from_case_id, -amount FROM ledger_entry
     ) ends JOIN pre_registration c ON c.id = ends.case_id WHERE c.title = $1`,
    [title],
  );
  if (!sums) throw new Error("a sum without groups always has one row");
  const kr = (ore: string) => Number(ore) / 100;
  return { reserved: kr(sums.reserved), committed: kr(sums.committed), drawn: kr(sums.drawn) };
}

export async function approve(page: Page, amount: string): Promise<void> {
  await button(page, t("approvals.form.approve", { amount })).click();
  await told(page, "approved");
}

/** The coordinator writes down that the joint group said yes, each member in favour. */
export async function recordGroupYes(page: Page, members: readonly string[]): Promise<void> {
  const panel = form(page, t("approvals.form.group"));
  for (const name of members)
    await choice(panel.getByRole("group", { name: begins(name) }), t("approvals.positions.inFavour")).check();
  await panel
    .getByRole("group", { name: begins(t("approvals.form.outcome")) })
    .getByRole("radio", { name: begins(t("approvals.outcomes.approved")) })
    .first()
    .check();
  await button(panel, t("approvals.form.groupSubmit")).click();
  await told(page, "granted");
}

/** One initiative with the whole amount. */
export async function planInitiative(page: Page): Promise<void> {
  await follow(page, page.getByRole("link", { name: t("initiatives.plan.title"), exact: true }));
  await button(page, t("initiatives.plan.button")).click();
  await told(page, "initiativePlanned");
}

export async function prepareFiling(page: Page, note: string): Promise<void> {
  await field(page, t("filings.prepare.note")).fill(note);
  await button(page, t("filings.prepare.button")).click();
  await told(page, "filingPrepared");
}

export async function sendFiling(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: t("filings.send.checked") }).check();
  await button(page, t("filings.send.button")).click();
  await told(page, "filingSent");
}

/** The national fund said yes, with its number and perhaps less than was asked. */
export async function recordGrant(page: Page, number: string, amount: string): Promise<void> {
  await field(page, t("filings.answer.day")).fill(today());
  await field(page, t("filings.answer.number")).fill(number);
  await field(page, t("filings.answer.amount")).fill(amount);
  await button(page, t("filings.answer.saveGranted")).click();
  await told(page, "filingAnswered");
}

export async function closeReservation(page: Page): Promise<void> {
  await button(page, t("filings.close.button")).click();
  await told(page, "reservationClosed");
}

export async function startInitiative(page: Page): Promise<void> {
  await button(page, t("initiatives.start.button")).click();
  await told(page, "initiativeStarted");
}

export async function countParticipants(page: Page, count: number): Promise<void> {
  const occupation = field(page, t("initiatives.count.occupation")).first();
  if ((await occupation.inputValue()) === "") await occupation.fill("Handläggare");
  await field(page, t("initiatives.count.women")).first().fill(String(count));
  await button(page, t("initiatives.count.save")).click();
  await told(page, "initiativeCounted");
}

export async function completeInitiative(page: Page): Promise<void> {
  await button(page, t("initiatives.complete.button")).click();
  await told(page, "initiativeCompleted");
}

export async function startRequisition(page: Page, amount: string): Promise<void> {
  await field(page, t("requisitions.start.amount")).fill(amount);
  await button(page, t("requisitions.start.button")).click();
  await told(page, "requisitionStarted");
}

export type Evidence = {
  kind: "invoice" | "salarySheet" | "participantList";
  number: string;
  amount: string;
};

export async function addEvidence(page: Page, { kind, number, amount }: Evidence): Promise<void> {
  const add = form(page, t("requisitions.evidence.add"));
  await choose(add, t("requisitions.evidence.kind"), t(`requisitions.kinds.${kind}`));
  await field(add, t("requisitions.evidence.number")).fill(number);
  await field(add, t("requisitions.evidence.day")).fill(today());
  await field(add, t("requisitions.evidence.amount")).fill(amount);
  await button(add, t("requisitions.evidence.addButton")).click();
  await expect(page.getByRole("row").filter({ hasText: number })).toBeVisible();
  await look(page);
}

export async function completeEvidence(page: Page): Promise<void> {
  await button(page, t("requisitions.evidence.complete")).click();
  await told(page, "evidenceComplete");
}

/** Opens the claim from the list of claims. */
export async function openRequisition(page: Page, title: string): Promise<void> {
  await follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.requisitions") }));
  await follow(page, page.getByRole("main").getByRole("link", { name: title, exact: true }));
}

export async function sendRequisition(page: Page): Promise<void> {
  await button(page, t("requisitions.send.button")).click();
  await told(page, "requisitionSent");
}

export async function recordPayment(page: Page, amount: string): Promise<void> {
  await field(page, t("requisitions.pay.amount")).fill(amount);
  await button(page, t("requisitions.pay.button")).click();
  await told(page, "requisitionPaid");
}

export async function reconcile(page: Page): Promise<void> {
  await button(page, t("requisitions.reconcile.button")).click();
  await told(page, "requisitionReconciled");
}
