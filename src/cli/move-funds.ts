// Brings every fund of every employer to the state that its days say: run at start, and harmless at any other time.
import { jobActor } from "@/domain/actor";
import { moveFunds } from "@/features/funds/move-commands";
import { disconnect, employers } from "@/server/db";

try {
  const now = new Date();
  for (const employerId of await employers())
    for (const name of await moveFunds(jobActor(employerId), now)) console.log(`Moved by its days: ${name}`);
} finally {
  await disconnect();
}
