import type { TestProject } from "vitest/node";
import { startTestCluster } from "../test-cluster.mjs";

/** One cluster for all files, and in it one migrated database that each file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  try {
    await cluster.migrate();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide("testCluster", {
    adminUrl: cluster.adminUrl,
    ownerUrl: cluster.variables.DATABASE_OWNER_URL,
    webUrl: cluster.variables.DATABASE_URL,
    workerUrl: cluster.variables.WORKER_DATABASE_URL,
    template: cluster.name,
  });
  return cluster.stop;
}
