import { defineConfig } from "prisma/config";

export default defineConfig({
  // The folder, not a file: the schema may be split in the order of the process.
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  // Empty is enough to write the client; only the commands that reach a database need the owner's login.
  datasource: { url: process.env.DATABASE_OWNER_URL ?? "" },
});
