import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { lookAtEveryPage } from "./axe";
import * as money from "./money-steps";
import { moneyOf } from "./money-steps";
import { signInAs, t } from "./people";
import * as step from "./steps";

// A state agency turns an idea that was handed in without a manager into reconciled money: its joint group decides, and
// nobody outside is asked.

test("an idea in supervision becomes an initiative by the joint group's decision, and the money is reconciled", async ({
  page,
}) => {
  test.setTimeout(480_000);
  const mark = randomUUID().slice(0, 8);
  const title = `Växeltjänst mellan avdelningar ${mark}`;
  const room = `Rum ${mark}`;
  await lookAtEveryPage(page);

  await test.step("the employee hands in the idea without the manager, straight to the coordinator", async () => {
    await signInAs(page, "Hanna Sjöö");
    await step.follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.newIdea") }));
    const idea = { title, why: "Vi vill kunna ta över varandras uppgifter.", howMany: 6 };
    await step.handInIdea(page, idea, null);
    await step.follow(page, page.getByRole("link", { name: t("ideas.receipt.toIdea") }));
    await step.expectBallWith(page, "Eva Rosén");
  });

  let number = "";
  await test.step("the coordinator writes the application, in which also substitutes may be paid", async () => {
    await signInAs(page, "Eva Rosén");
    await step.takeTask(page, "takeUpIdea", title);
    number = await step.makeCaseOfIdea(page, "lom");
    await step.writeCase(page, {
      need: "Handläggarna kan i dag bara ett område.",
      initiative: "Sex handläggare tjänstgör en månad var på en annan avdelning.",
      beyondOrdinary: "Det leder till helt nya arbetsuppgifter.",
      risk: "Två är borta åt gången. Vikarier tar deras ärenden.",
      group: { occupation: "Handläggare", aid: "", takingPart: 6, covering: 14 },
      provider: { kind: t("words.providers.ownRegime"), name: "Kustmyndigheten" },
      from: step.today(),
      until: step.today(),
      costs: [
        { kind: t("words.costTypes.substitute"), text: "Två månader", amount: "110 000" },
        { kind: t("words.costTypes.travel"), text: "", amount: "10 000" },
      ],
      ownCost: "",
    });
    await step.submitCase(page);
  });

  await test.step("the unit's manager endorses the case, since nobody endorsed the idea", async () => {
    await signInAs(page, "Omar Said");
    await step.takeTask(page, "endorseCase", title);
    await step.endorseCase(page);
  });

  await test.step("the coordinator names who answers for it and puts it on the joint group's meeting", async () => {
    await signInAs(page, "Eva Rosén");
    await step.takeTask(page, "prepareCase", title);
    await step.follow(page, page.getByRole("link", { name: t("preRegistrations.case.edit") }));
    await step.nameOwner(page, "Omar Said");
    await step.follow(page, page.getByRole("link", { name: t("preRegistrations.edit.toCase") }));
    await step.prepareCase(page);
    await step.planMeetingToday(page, room);
    await step.putOnAgenda(page, title);
    await step.callMeeting(page);
  });

  await test.step("the members read it before the meeting, and only the coordinator writes down what they decide", async () => {
    await signInAs(page, "Petra Lindh");
    await step.openMeeting(page, room);
    await expect(
      page.getByText("Sex handläggare tjänstgör en månad var på en annan avdelning.").first(),
    ).toBeVisible();
    await step.find(page, "case", title);
    await expect(step.button(page, t("approvals.form.groupSubmit"))).toHaveCount(0);
    expect(await moneyOf(title)).toEqual({ reserved: 0, committed: 0, drawn: 0 });
  });

  await test.step("the group says yes: reserved and committed at once, with the initiative made", async () => {
    await signInAs(page, "Eva Rosén");
    await step.find(page, "case", title);
    await money.recordGroupYes(page, ["Lars Hjelm", "Petra Lindh", "Axel Grip"]);
    expect(await moneyOf(title)).toEqual({ reserved: 0, committed: 120_000, drawn: 0 });
    await expect(page.getByRole("main")).toContainText(t("preRegistrations.sentence.converted"));
    await step.openMeeting(page, room);
    await step.recordMinutes(page, `Möte ${mark}`, "Gruppen är enig. Beslutet gäller från i dag.");
    await signInAs(page, "Axel Grip");
    await step.openMeeting(page, room);
    await step.approveMinutes(page);
  });

  await test.step("its owner starts it, counts who took part and completes it", async () => {
    await signInAs(page, "Omar Said");
    await step.find(page, "initiative", title);
    await money.startInitiative(page);
    await money.countParticipants(page, 6);
    await money.completeInitiative(page);
  });

  await test.step("the cost is claimed from the agency's own payroll office", async () => {
    await signInAs(page, "Eva Rosén");
    await step.takeTask(page, "claimPart", title);
    await money.startRequisition(page, "118 250,50");
    await money.addEvidence(page, { kind: "salarySheet", number: `L-${mark}`, amount: "118 250,50" });
    await money.addEvidence(page, { kind: "participantList", number: `D-${mark}`, amount: "" });
    await money.completeEvidence(page);
    await signInAs(page, "Lars Hjelm");
    await step.takeTask(page, "sendClaim", title);
    await money.sendRequisition(page);
  });

  await test.step("it is paid and reconciled, to the öre, and the rest comes back", async () => {
    await signInAs(page, "Maja Dufva");
    await money.openRequisition(page, title);
    await money.recordPayment(page, "118 250,50");
    await step.takeTask(page, "reconcileClaim", title);
    await money.reconcile(page);
    expect(await moneyOf(title)).toEqual({ reserved: 0, committed: 0, drawn: 118_250.5 });
  });

  await test.step("the report has it, and the employee sees where the idea went", async () => {
    await step.follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.reports") }));
    await step.follow(page, page.getByRole("link", { name: t("reports.spending.title") }));
    await page.getByLabel(t("reports.spending.by")).selectOption("initiative");
    await step.button(page, t("reports.page.show")).click();
    await expect(page.getByRole("row").filter({ hasText: title })).toContainText("118 250,50");
    await signInAs(page, "Hanna Sjöö");
    await step.find(page, "idea", title);
    await expect(page.getByRole("main")).toContainText(number);
  });
});
