import { userInfo } from "node:os";
import path from "node:path";
import { implicitMirror, mirrorFolders } from "../../../src/commands/install/mirror";

test.each([
  ["win32", "x64", "windows_amd64"],
  ["darwin", "arm64", "darwin_arm64"],
  ["linux", "ia32", "linux_386"],
  ["freebsd", "arm", "freebsd_arm"],
])("%s on %s is %s to Terraform", (platform, arch, folder) => {
  const folders = mirrorFolders("mirror", "1.2.3", platform, arch);

  expect(folders.map((each) => path.basename(each))).toEqual([folder, folder]);
});

test("the implicit mirror is in the home folder, on Windows in the folder for programs' data", () => {
  const env = { HOME: "/home/example", APPDATA: "C:/Users/example/AppData/Roaming" };

  expect(implicitMirror("linux", env)).toBe(path.join("/home/example", ".terraform.d/plugins"));
  expect(implicitMirror("win32", env)).toBe(path.join(env.APPDATA, "terraform.d/plugins"));
});

test.each([{}, { HOME: "" }])(
  "with %j it is in the home folder that the system knows, as for Terraform",
  (env) => {
    expect(implicitMirror("linux", env)).toBe(path.join(userInfo().homedir, ".terraform.d/plugins"));
  },
);
