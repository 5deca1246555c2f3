import { dirname } from "node:path";
import { HEADERS } from "../js/words.mjs";

export default {
  compress: false,
  poweredByHeader: false,
  turbopack: { root: dirname(import.meta.dirname) },
  headers() {
    const headers = Object.entries(HEADERS).map(([key, value]) => ({ key, value }));
    return [{ source: "/:path*", headers }];
  },
};
