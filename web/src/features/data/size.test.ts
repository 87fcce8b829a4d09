import { expect, test } from "vitest";

import { formatSize } from "./size";

test("a size is said as people say it", () => {
  expect([0, 700, 348_160, 1_048_000, 1_258_291, 24_000_000].map(formatSize)).toEqual(["1 KB", "1 KB", "340 KB", "1023 KB", "1.2 MB", "23 MB"]);
});
