import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { lookAtEveryPage } from "./axe";
import * as money from "./money-steps";
import { moneyOf } from "./money-steps";
import { signInAs, t } from "./people";
import * as step from "./steps";

// A city turns an employee's idea into reconciled money from the national fund: the whole loop, everyone as themselves,
// each finding the matter as they would.

test("an idea in home care becomes an initiative, and the money for it is drawn and reconciled", async ({
  page,
}) => {
  test.setTimeout(480_000);
  const mark = randomUUID().slice(0, 8);
  const title = `Handledare i hemtjänsten ${mark}`;
  const room = `Rum ${mark}`;
  await lookAtEveryPage(page);

  await test.step("the employee asks whether the money may be used, and hands in the idea with the manager", async () => {
    await signInAs(page, "Elin Dahl");
    await step.askWhetherMoneyMayBeUsed(page, title);
    await step.follow(page, page.getByRole("link", { name: t("ideas.guide.handIn") }));
    const idea = { title, why: "Nya kollegor behöver någon att fråga.", howMany: 12 };
    await step.handInIdea(page, idea, "Jonas Åkesson");
    await step.follow(page, page.getByRole("link", { name: t("ideas.receipt.toIdea") }));
    await step.expectBallWith(page, "Jonas Åkesson");
  });

  await test.step("the manager returns it with what is missing, the employee completes it, the manager endorses", async () => {
    await signInAs(page, "Jonas Åkesson");
    await step.takeTask(page, "endorseIdea", title);
    await step.returnIdea(page, "Skriv hur många timmar i veckan det gäller.");

    await signInAs(page, "Elin Dahl");
    await step.takeTask(page, "completeIdea", title);
    await expect(page.getByText("Skriv hur många timmar i veckan det gäller.").first()).toBeVisible();
    await step.follow(page, page.getByRole("link", { name: t("ideas.view.editReturned") }));
    const idea = { title, why: "Nya kollegor behöver någon att fråga, fyra timmar i veckan.", howMany: 12 };
    await step.handInIdea(page, idea, "Jonas Åkesson");

    await signInAs(page, "Jonas Åkesson");
    await step.takeTask(page, "endorseIdea", title);
    await expect(page.getByText(idea.why)).toBeVisible();
    await step.endorseIdea(page, "24 000");
    await step.expectBallWith(page, "Maria Holm");
  });

  let number = "";
  await test.step("the coordinator turns it into a case, section by section, and puts it first in the order", async () => {
    await signInAs(page, "Maria Holm");
    await step.takeTask(page, "takeUpIdea", title);
    number = await step.makeCaseOfIdea(page, "tlo");
    await step.writeCase(page, {
      need: "Vårdbiträdena får nya arbetsuppgifter och saknar handledning.",
      initiative: "Handledarutbildning steg 1 och 2, på arbetstid.",
      beyondOrdinary: "Den leder till nya arbetsuppgifter och är ingen introduktion.",
      risk: "Bemanningen blir tunnare två dagar i månaden. Schemat läggs därefter.",
      group: { occupation: "Vårdbiträden", aid: "207023", takingPart: 12, covering: 20 },
      provider: { kind: t("words.providers.external"), name: "Vårdskolan Öst" },
      from: step.today(),
      until: step.today(),
      costs: [
        { kind: t("words.costTypes.courseFee"), text: "Steg 1 och 2", amount: "92 500,50" },
        { kind: t("words.costTypes.literature"), text: "", amount: "7.499,50" },
      ],
      ownCost: "24 tkr",
    });
    await step.nameOwner(page, "Jonas Åkesson");
    await step.submitCase(page);
    // Every idea in it was endorsed, with this own cost: the case need not wait for the manager again.
    await expect(page.getByText(t("preRegistrations.sentence.endorsed"))).toBeVisible();
    await step.prepareCase(page);
    await step.moveUpInOrder(page, title);
  });

  await test.step("it goes to a meeting that the unions are called to", async () => {
    await step.planMeetingToday(page, room);
    await step.find(page, "case", title);
    await step.sendToMeeting(page, room);
    await expect(page.getByText(t("preRegistrations.case.proposal"), { exact: true })).toBeVisible();
    await step.openMeeting(page, room);
    await step.callMeeting(page);
  });

  await test.step("while a union has not answered nobody can decide, and the page says who is waited for", async () => {
    for (const name of ["Peter Lind", "Leila Haddad", "Mikael Frid"]) {
      await signInAs(page, name);
      await step.openMeeting(page, room);
      await step.giveStatement(page, "noObjection");
    }
    await signInAs(page, "Karin Ek");
    await step.find(page, "case", title);
    await expect(page.getByText("Vision har inte svarat.")).toBeVisible();
    await expect(step.button(page, "Godkänn och boka")).toHaveCount(0);
  });

  await test.step("the last union answers with remarks, the minutes are written and approved, and the gate opens", async () => {
    await signInAs(page, "Sara Nyström");
    await step.openMeeting(page, room);
    await step.giveStatement(page, "remarks", "Handledarna behöver egen tid i schemat.");

    await signInAs(page, "Maria Holm");
    await step.openMeeting(page, room);
    await step.recordMinutes(
      page,
      `§ ${mark}`,
      "Vision har synpunkter, övriga ingen erinran. Samverkan är avslutad.",
    );

    await signInAs(page, "Karin Ek");
    await step.find(page, "case", title);
    await expect(page.getByText(/^Protokollet från mötet .* är inte justerat\.$/)).toBeVisible();
    await expect(step.button(page, "Godkänn och boka")).toHaveCount(0);

    await signInAs(page, "Peter Lind");
    await step.openMeeting(page, room);
    await step.approveMinutes(page);
  });

  await test.step("the HR manager decides by mandate, and the money is reserved", async () => {
    expect(await moneyOf(title)).toEqual({ reserved: 0, committed: 0, drawn: 0 });
    await signInAs(page, "Karin Ek");
    await step.takeTask(page, "decideCase", title);
    await money.approve(page, "100 000 kr");
    await expect(page.getByRole("region", { name: t("approvals.title") })).toContainText("enligt KS 4.2");
    expect(await moneyOf(title)).toEqual({ reserved: 100_000, committed: 0, drawn: 0 });
  });

  await test.step("the coordinator plans the initiative, an authorised sender files it with the national fund", async () => {
    await signInAs(page, "Maria Holm");
    await step.find(page, "case", title);
    await money.planInitiative(page);
    await money.prepareFiling(page, "Kursen börjar genast.");

    await signInAs(page, "Karin Ek");
    await step.takeTask(page, "sendFiling", title);
    await money.sendFiling(page);
  });

  await test.step("the national fund grants less than was asked, and the rest of the reservation comes back", async () => {
    await signInAs(page, "Maria Holm");
    await step.find(page, "initiative", title);
    await step.follow(
      page,
      page
        .getByRole("region", { name: /En anmälan till fonden/ })
        .getByRole("link")
        .first(),
    );
    await money.recordGrant(page, `OF-${mark}`, "90 000");
    expect(await moneyOf(title)).toEqual({ reserved: 10_000, committed: 90_000, drawn: 0 });
    await step.find(page, "case", title);
    await money.closeReservation(page);
    expect(await moneyOf(title)).toEqual({ reserved: 0, committed: 90_000, drawn: 0 });
    // Both status lines beside each other: hos oss, hos fonden.
    await expect(page.getByRole("main")).toContainText(t("preRegistrations.status.converted"));
    await expect(page.getByRole("main")).toContainText(`OF-${mark}`);
  });

  await test.step("its owner starts it, counts who took part and completes it", async () => {
    await signInAs(page, "Jonas Åkesson");
    await step.find(page, "initiative", title);
    await money.startInitiative(page);
    await money.countParticipants(page, 11);
    await money.completeInitiative(page);
  });

  await test.step("the cost is claimed with its evidence and sent", async () => {
    await signInAs(page, "Maria Holm");
    await step.takeTask(page, "claimPart", title);
    await money.startRequisition(page, "85 000");
    await expect(page.getByText("En faktura från utföraren saknas.")).toBeVisible();
    await money.addEvidence(page, { kind: "invoice", number: `F-${mark}`, amount: "85 000" });
    await money.addEvidence(page, { kind: "participantList", number: `D-${mark}`, amount: "" });
    await money.completeEvidence(page);

    await signInAs(page, "Karin Ek");
    await step.takeTask(page, "sendClaim", title);
    await money.sendRequisition(page);
  });

  await test.step("the money comes and is reconciled: it is drawn, and what was left of the part is released", async () => {
    await signInAs(page, "Nadja Berglund");
    await money.openRequisition(page, title);
    await money.recordPayment(page, "85 000");
    expect(await moneyOf(title)).toEqual({ reserved: 0, committed: 5_000, drawn: 85_000 });
    await money.reconcile(page);
    expect(await moneyOf(title)).toEqual({ reserved: 0, committed: 0, drawn: 85_000 });
  });

  await test.step("the spending report has it, the history tells it, and the employee sees what came of the idea", async () => {
    await step.follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.reports") }));
    await step.follow(page, page.getByRole("link", { name: t("reports.spending.title") }));
    await page.getByLabel(t("reports.spending.by")).selectOption("initiative");
    await step.button(page, t("reports.page.show")).click();
    await expect(page.getByRole("row").filter({ hasText: title })).toContainText("85 000");

    await step.find(page, "case", title);
    const history = page.getByRole("region", { name: t("preRegistrations.case.history") });
    for (const sentence of [
      "Maria Holm (samordnare) gjorde föranmälan klar för samverkan.",
      "Sara Nyström (facklig företrädare) lämnade yttrande för Vision: synpunkter.",
      "Karin Ek (HR och ekonomi) beslutade ja till 100 000 kr.",
    ])
      await expect(history).toContainText(sentence);
    await expect(page.getByRole("main")).toContainText(number);

    await signInAs(page, "Elin Dahl");
    await step.find(page, "idea", title);
    await expect(page.getByRole("main")).toContainText(number);
  });
});
