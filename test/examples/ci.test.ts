import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const folder = path.join(__dirname, "../../examples/ci");
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const withoutComments = (text: string) => text.replace(/^\s*#.*$/gm, "");

/** The parts of a YAML file that begin with a key at this depth. No YAML library is needed for that. */
function blocks(text: string, indentation: number): Map<string, string> {
  const head = new RegExp(`^ {${indentation}}([a-z]+):`, "m");
  const parts = text
    .split(new RegExp(`^(?= {${indentation}}[a-z]+:)`, "m"))
    .filter((part) => head.test(part));
  return new Map(parts.map((part) => [head.exec(part)?.[1] ?? "", part]));
}

const github = withoutComments(read("github-actions.yml"));
const gitlab = withoutComments(read("gitlab-ci.yml"));
const githubJobs = blocks(blocks(github, 0).get("jobs") ?? "", 2);
const gitlabJobs = blocks(gitlab, 0);
const pipelines = [
  { name: "GitHub", text: github, jobs: githubJobs, start: "event_name == 'schedule'" },
  { name: "GitLab", text: gitlab, jobs: gitlabJobs, start: '$CI_PIPELINE_SOURCE == "schedule"' },
];
const called = (text: string) =>
  [...text.matchAll(/\btracking\/([\w-]+\.sh)/g)].map((match) => match[1] ?? "");

describe.each(pipelines)("the $name pipeline", ({ text, jobs, start }) => {
  const job = (name: string) => jobs.get(name) ?? "";

  test.each(["validate", "plan", "apply", "drift"])(
    "has a job %s that runs the script of that name",
    (name) => {
      expect(called(job(name)).at(-1)).toBe(`${name}.sh`);
    },
  );

  test("installs the provider before it runs Terraform", () => {
    const common = called(jobs.get("default") ?? "");
    for (const name of ["validate", "plan", "apply", "drift"]) {
      expect([...common, ...called(job(name))]).toEqual(["install-provider.sh", `${name}.sh`]);
    }
  });

  test("calls scripts that exist and can be executed", () => {
    for (const script of called(text)) expect(statSync(path.join(folder, script)).mode & 0o111).toBe(0o111);
  });

  test("looks for drift on a schedule, and plans and applies on none", () => {
    expect(job("drift")).toContain(start);
    for (const name of ["plan", "apply"]) expect(job(name)).not.toContain(start);
  });

  test("hands the plan file from one job to the next, for a day", () => {
    expect(job("plan")).toContain("tracking/plan.tfplan");
    expect(job("plan")).toMatch(/retention-days: 1$|expire_in: 1 day$/m);
    expect(job("apply")).toMatch(/needs: (plan|\[plan\])$/m);
  });

  test("lets nobody but a person start the apply", () => {
    expect(job("apply")).toMatch(/environment: production$/m);
  });

  test("holds no secret", () => {
    const values = [...text.matchAll(/(?:USERNAME|PASSWORD|TOKEN|API_KEY): *(.*)$/gm)].map(
      (match) => match[1],
    );
    for (const value of values) expect(value).toMatch(/^\$\{\{ secrets\.DIALOG360_\w+ \}\}$/);
  });

  test("writes no log of Terraform", () => expect(text).not.toMatch(/TF_LOG|set -x|-trace/));
});

test("the GitHub pipeline gives credentials to the three jobs that need them, and to those alone", () => {
  const holders = [...githubJobs].filter(([, text]) => text.includes("secrets.")).map(([name]) => name);
  expect(holders).toEqual(["plan", "apply", "drift"]);
});

test("the GitHub pipeline reads the exit codes of Terraform itself", () => {
  const setUps = github.split("hashicorp/setup-terraform@").slice(1);
  for (const setUp of setUps) expect(setUp.split("- ")[0]).toContain("terraform_wrapper: false");
  expect(setUps).toHaveLength(githubJobs.size);
});

test("the GitLab pipeline hides the plan file from guests and starts apply by hand", () => {
  expect(gitlabJobs.get("plan")).toContain("access: developer");
  expect(gitlabJobs.get("apply")).toContain("when: manual");
});

test("every script that can be executed is called by both pipelines", () => {
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".sh") && file !== "environment.sh");
  for (const { text } of pipelines) expect([...new Set(called(text))].sort()).toEqual(scripts.sort());
});

test("Dockerfile, GitHub pipeline and tests name the same Terraform", () => {
  const named = /TERRAFORM_VERSION: "(.*)"/.exec(github)?.[1];
  expect(named).toBeDefined();
  expect(read("Dockerfile")).toContain(`FROM hashicorp/terraform:${named} `);
});

describe("the scripts", () => {
  let copy = "";
  beforeEach(() => {
    copy = mkdtempSync(path.join(tmpdir(), "ci-example-"));
    for (const file of readdirSync(folder)) {
      if (/\.(sh|tf)$/.test(file)) copyFileSync(path.join(folder, file), path.join(copy, file));
    }
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  /** Runs a script with a Terraform that writes down its arguments and environment and ends as it is told. */
  function run(script: string, exits: { refreshOnly?: number; plan?: number; init?: number }, env = {}) {
    const fake = path.join(copy, "fake-terraform");
    const lines = [
      "#!/bin/sh",
      `echo "$*" >>"${copy}/calls"`,
      `env >"${copy}/environment"`,
      `case "$*" in`,
      `  plan*-refresh-only*) exit ${exits.refreshOnly ?? 0} ;;`,
      `  plan*) exit ${exits.plan ?? 0} ;;`,
      `  init*) exit ${exits.init ?? 0} ;;`,
      "esac",
    ];
    writeFileSync(fake, `${lines.join("\n")}\n`);
    chmodSync(fake, 0o755);
    const { status, stdout, stderr } = spawnSync(path.join(copy, script), {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], TERRAFORM: fake, ...env },
    });
    const lineList = (file: string) => readFileSync(path.join(copy, file), "utf8").trimEnd().split("\n");
    return { status, stdout, stderr, calls: lineList("calls"), environment: lineList("environment") };
  }

  test.each([
    { refreshOnly: 0, plan: 0, exit: 0, says: ["as the state remembers it", "nothing to apply"] },
    { refreshOnly: 2, plan: 0, exit: 2, says: ["differs from what the state remembers", "nothing to apply"] },
    { refreshOnly: 0, plan: 2, exit: 2, says: ["as the state remembers it", "would change something"] },
    {
      refreshOnly: 2,
      plan: 2,
      exit: 2,
      says: ["differs from what the state remembers", "would change something"],
    },
  ])("drift.sh ends with $exit for refresh-only $refreshOnly and plan $plan", ({ exit, says, ...exits }) => {
    const { status, stdout } = run("drift.sh", exits);
    expect(status).toBe(exit);
    for (const words of says) expect(stdout).toContain(words);
  });

  test.each([{ refreshOnly: 1, plan: 2 }, { refreshOnly: 2, plan: 1 }, { init: 1 }, { refreshOnly: 137 }])(
    "drift.sh ends with 1 when a command fails: %j",
    (exits) => {
      const { status, stdout } = run("drift.sh", exits);
      expect(status).toBe(1);
      expect(stdout).not.toContain("world:");
    },
  );

  test("drift.sh, plan.sh and apply.sh run these commands", () => {
    expect(run("drift.sh", {}).calls).toEqual([
      "init",
      "plan -lock-timeout=5m -detailed-exitcode -refresh-only",
      "plan -lock-timeout=5m -detailed-exitcode",
    ]);
    rmSync(path.join(copy, "calls"));
    expect(run("plan.sh", {}).calls).toEqual([
      "init",
      "plan -lock-timeout=5m -detailed-exitcode -out=plan.tfplan",
    ]);
    rmSync(path.join(copy, "calls"));
    expect(run("apply.sh", {}).calls).toEqual(["init", "apply -lock-timeout=5m plan.tfplan"]);
  });

  test.each([
    [0, 0, "changes=false"],
    [2, 0, "changes=true"],
    [1, 1, undefined],
  ])("plan.sh turns exit code %i of plan into %i and tells the next job", (plan, exit, line) => {
    const output = path.join(copy, "output");
    writeFileSync(output, "");
    const { status } = run("plan.sh", { plan }, { GITHUB_OUTPUT: output });
    expect(status).toBe(exit);
    expect(readFileSync(output, "utf8")).toBe(line === undefined ? "" : `${line}\n`);
  });

  test("plan.sh warns of a configuration without a backend, and only of that", () => {
    expect(run("plan.sh", {}).stderr).toContain("No backend is configured");
    writeFileSync(path.join(copy, "backend.tf"), 'terraform {\n  backend "http" {}\n}\n');
    expect(run("plan.sh", {}).stderr).toBe("");
  });

  test.each(["validate.sh", "plan.sh", "apply.sh", "drift.sh"])(
    "%s runs Terraform without its log",
    (script) => {
      const { environment } = run(
        script,
        {},
        { TF_LOG: "trace", TF_LOG_PROVIDER: "trace", TF_LOG_PATH: "log" },
      );
      expect(environment.filter((line) => line.startsWith("TF_LOG"))).toEqual([]);
      expect(environment).toEqual(expect.arrayContaining(["TF_INPUT=0", "CHECKPOINT_DISABLE=1"]));
    },
  );

  test("validate.sh takes the credentials away from Terraform", () => {
    const given = { DIALOG360_USERNAME: "partner@example.com", DIALOG360_PASSWORD: "example-password" };
    const { environment, status } = run("validate.sh", {}, given);
    expect(status).toBe(0);
    expect(environment.join("\n")).not.toMatch(/example-password|partner@example/);
  });
});

describe("install-provider.sh", () => {
  let home = "";
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), "ci-install-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const install = (env: Record<string, string>) =>
    spawnSync(path.join(folder, "install-provider.sh"), { encoding: "utf8", env: { HOME: home, ...env } });

  test("lets the provider on PATH install itself", () => {
    writeFileSync(path.join(home, "terraform-provider-dialog360"), '#!/bin/sh\necho "asked to $*"\n');
    chmodSync(path.join(home, "terraform-provider-dialog360"), 0o755);
    const { status, stdout } = install({ PATH: `${home}:${process.env["PATH"]}` });
    expect([status, stdout]).toEqual([0, "asked to install\n"]);
  });

  test("says what is missing when there is no provider to be had", () => {
    const { status, stderr } = install({ PATH: "/usr/bin:/bin", PROVIDER_URL: "file:///nowhere" });
    expect(status).toBe(1);
    expect(stderr).toContain("PROVIDER_SHA256");
  });
});
