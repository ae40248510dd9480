import { mkdirSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { endGroup } from "../../src/cli/child-processes.mjs";
import { buildIsFresh } from "../../src/cli/freshness.mjs";
import { serverScript } from "../../src/cli/preparations.mjs";
import { startWeb } from "../../src/cli/web-server.mjs";
import { startTestCluster } from "../test-cluster.mjs";

/** The built portal as people meet it, on a database of its own with the demo employers in it. */
export default async function setup(): Promise<() => Promise<void>> {
  if (!buildIsFresh()) {
    console.warn("The built portal is older than the source; `npm test` builds it first.");
  }
  const output = fileURLToPath(new URL("../.out", import.meta.url));
  mkdirSync(output, { recursive: true });
  const log = openSync(`${output}/web-server.log`, "w");
  const cluster = await startTestCluster();
  try {
    await cluster.migrate();
    await cluster.seed();
    const web = await startWeb({
      command: [serverScript],
      port: 0,
      variables: { ...cluster.variables, NODE_ENV: "production" },
      output: [log, log],
    });
    // Workers start after this and inherit it; a journey about the database itself may need the owner's address.
    process.env.E2E_BASE_URL = web.address;
    process.env.E2E_DATABASE_OWNER_URL = cluster.variables.DATABASE_OWNER_URL;
    return async () => {
      await endGroup(web.child, 8000);
      await cluster.stop();
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
