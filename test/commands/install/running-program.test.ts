import { realpathSync } from "node:fs";
import { runningProgram } from "../../../src/commands/install/running-program";

const execPath = realpathSync(process.execPath);

test.each(["/$bunfs/root/terraform-provider-dialog360", "B:\\~BUN\\root\\terraform-provider-dialog360.exe"])(
  "code that lies at %s is part of the executable that runs",
  (main) => {
    expect(runningProgram(["bun", main], process.execPath)).toEqual({ kind: "executable", file: execPath });
  },
);

test("code that lies in a file of its own is a bundle", () => {
  expect(runningProgram(["node", __filename], process.execPath)).toEqual({
    kind: "bundle",
    file: __filename,
  });
});
