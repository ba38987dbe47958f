import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSimulator, listen } from "../../src/simulator";
import { version } from "../../src/version";
import { settingsFor } from "../acceptance/harness/world";
import { filesBelow } from "../files-below";
import { type BareRoot, makeBareRoot } from "./bare-root";
import { busybox, chroot, type Need, program, suite } from "./needs";

// A release is compiled and packed, and the machine may be busy with other tests.
jest.setTimeout(300_000);

const root = path.join(__dirname, "../..");
const platform = process.arch === "arm64" ? "linux_arm64" : "linux_amd64";
const mirror = "/mirror/registry.terraform.io/dialog360/dialog360";
const archive = `terraform-provider-dialog360_${version}_${platform}.zip`;

/** A release for Linux takes a C library from Debian, once. */
const debian: Need = () =>
  existsSync("/etc/apt/sources.list.d/debian.sources")
    ? "/usr/bin/apt-get"
    : { missing: "the C library in a release for Linux comes from Debian 12, and this is another system" };

const needs = { shell: busybox, chroot, debian, terraform: program(["terraform"], "TERRAFORM_BINARY") };

suite("a release for Linux, where there is nothing but busybox and terraform", needs, (found) => {
  let out: string;
  let bare: BareRoot;

  beforeAll(() => {
    out = mkdtempSync(path.join(tmpdir(), "dialog360-release-"));
    execFileSync(process.execPath, [path.join(root, "scripts/release.mjs"), platform, "--out", out]);
    bare = makeBareRoot(found.shell, found.chroot);
    bare.add(found.terraform, "terraform");
    mkdirSync(bare.outside(mirror), { recursive: true });
    execFileSync("cp", [path.join(out, archive), bare.outside(mirror)]);
    bare.write("/etc/hosts", "127.0.0.1 hub.example\n");
    bare.write("/home/.terraformrc", settings);
    bare.write("/home/user/main.tf", configuration);
  });
  afterAll(() => {
    bare.remove();
    rmSync(out, { recursive: true, force: true });
  });

  test("its digests are those of the archive", () => {
    const sums = `terraform-provider-dialog360_${version}_SHA256SUMS`;

    expect(() => execFileSync("sha256sum", ["--check", "--strict", sums], { cwd: out })).not.toThrow();
  });

  test("Terraform unpacks it, and plans and applies with it", async () => {
    const simulator = createSimulator();
    const listening = await listen(simulator);
    const { port } = new URL(listening.url);
    const env = {
      ...settingsFor(listening),
      DIALOG360_HUB_BASE_URL: `http://hub.example:${port}/api/v2`,
      CHECKPOINT_DISABLE: "1",
    };
    try {
      const applied = await bare.run(
        "cd /home/user && terraform init -no-color && terraform apply -no-color -auto-approve",
        env,
      );

      expect(applied).toEqual({ code: 0, output: expect.stringContaining("1 added") });
      expect(simulator.control.channel("exampleCH")?.ctwa).toBe(true);
      const plan = await bare.run("cd /home/user && terraform plan -detailed-exitcode", env);
      expect(plan).toEqual({ code: 0, output: expect.stringContaining("No changes") });
    } finally {
      await listening.close();
    }
  });

  test("the program in it would not start there by itself, and does where glibc is", async () => {
    await bare.run(`mkdir -p /unpacked && cd /unpacked && unzip -o ${mirror}/${archive}`);

    const direct = await bare.run("/unpacked/runtime/provider version");
    expect(direct).toEqual({ code: 127, output: expect.stringContaining("not found") });
    const launcher = bare.outside(`/unpacked/terraform-provider-dialog360_v${version}`);
    expect(execFileSync(launcher, ["version"], { encoding: "utf8" })).toContain(version);
  });

  test("its install command puts all of it where Terraform looks, for both hosts", async () => {
    await bare.run(`mkdir -p /unpacked && cd /unpacked && unzip -o ${mirror}/${archive}`);

    const { code, output } = await bare.run(`/unpacked/terraform-provider-dialog360_v${version} install`);

    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(": installed") });
    for (const host of ["registry.terraform.io", "registry.opentofu.org"]) {
      const folder = `/home/.terraform.d/plugins/${host}/dialog360/dialog360/${version}/${platform}`;
      expect(filesBelow(bare.outside(folder))).toEqual(filesBelow(bare.outside("/unpacked")));
      const again = await bare.run(`${folder}/terraform-provider-dialog360_v${version} version`);
      expect(again).toEqual({ code: 0, output: expect.stringContaining(version) });
    }
  });
});

const settings = `provider_installation {
  filesystem_mirror {
    path = "/mirror"
  }
}
`;

const configuration = `terraform {
  required_providers {
    dialog360 = { source = "dialog360/dialog360" }
  }
}

resource "dialog360_channel_ctwa_tracking" "one" {
  channel_id = "exampleCH"
}
`;
