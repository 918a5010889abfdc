/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.OBELUS_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // The pages are made per request and per viewer: what may be kept is kept by our own server (lib/http).
  experimental: { serverMinification: true },
  // These carry native code or read files beside themselves: they stay packages at run time.
  serverExternalPackages: ['@node-rs/argon2', 'linkedom', 'pg', 'pg-boss', 'nodemailer'],
  // Title, description and canonical address stand in the head for everybody, not only for those known as bots.
  htmlLimitedBots: /.*/,
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};
