import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
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

const workflows = ["tracking", "tracking-state", "tracking-drift"].map((name) =>
  withoutComments(read(`github/workflows/${name}.yml`)),
);
const action = withoutComments(read("github/actions/terraform/action.yml"));
const githubJobs = new Map(workflows.flatMap((text) => [...blocks(blocks(text, 0).get("jobs") ?? "", 2)]));
const gitlab = ["gitlab/gitlab-ci.yml", "gitlab/state.gitlab-ci.yml"].map((file) =>
  withoutComments(read(file)),
);
const gitlabJobs = new Map(gitlab.flatMap((text) => [...blocks(text, 0)]));
const called = (text: string) =>
  [...text.matchAll(/\bpipeline\/([\w-]+\.sh)/g)].map(([, script = ""]) => script);

describe.each([
  { name: "GitHub", texts: [...workflows, action], jobs: githubJobs },
  { name: "GitLab", texts: gitlab, jobs: gitlabJobs },
])("the $name pipeline", ({ texts, jobs }) => {
  const text = texts.join("\n");
  const job = (name: string) => jobs.get(name) ?? "";

  test.each([
    ["validate", "validate.sh"],
    ["plan", "plan.sh"],
    ["apply", "apply.sh"],
  ])("has a job %s that runs %s for a folder", (name, script) => {
    expect(job(name)).toContain(`pipeline/${script} "$FOLDER"`);
  });

  test("looks for drift, and installs the provider before", () => {
    expect(text).toContain('pipeline/drift.sh "$FOLDER"');
    expect(called(text)).toContain("install-provider.sh");
  });

  test("calls scripts that exist and can be executed", () => {
    for (const script of called(text))
      expect(spawnSync("test", ["-x", path.join(folder, "pipeline", script)]).status).toBe(0);
  });

  test("keeps the plan file for a day", () => {
    expect(job("plan")).toContain("/plan.tfplan");
    expect(job("plan")).toMatch(/retention-days: 1$|expire_in: 1 day$/m);
  });

  test("bounds each job's time, and ends an apply before the job's limit", () => {
    expect(job("apply")).toContain("APPLY_LIMIT: 330m");
    expect(job("apply")).toMatch(/timeout-minutes: 355$|timeout: 6 hours$/m);
  });

  test("holds no secret", () => {
    const values = [...text.matchAll(/(?:USERNAME|PASSWORD|TOKEN|API_KEY): *(.*)$/gm)].map(
      ([, value]) => value,
    );
    for (const value of values) expect(value).toMatch(/^\$\{\{ (secrets\.DIALOG360_\w+|github\.token) \}\}$/);
  });

  test("writes no log of Terraform", () => expect(text).not.toMatch(/TF_LOG|set -x|-trace/));
});

describe("the GitHub pipeline", () => {
  const text = [...workflows, action].join("\n");

  test("pins each action of others by a digest, and Dependabot follows it", () => {
    const uses = [...text.matchAll(/uses: (\S+)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => !name.startsWith("./"));
    expect(uses.length).toBeGreaterThan(5);
    for (const name of uses) expect(name).toMatch(/@[0-9a-f]{40}$/);
    expect(read("github/dependabot.yml")).toContain("package-ecosystem: github-actions");
  });

  test("gives 360dialog's credentials to the three jobs that need them, each in an environment", () => {
    const holders = [...githubJobs].filter(([, job]) => job.includes("secrets.DIALOG360"));
    expect(holders.map(([name]) => name).sort()).toEqual(["apply", "drift", "plan"]);
    for (const [, job] of holders) expect(job).toMatch(/^ {4}environment: tracking-(plan|apply)$/m);
  });

  test("grants no permission to all jobs, and runs nothing of the repository where it may write", () => {
    for (const workflow of workflows) expect(workflow).toMatch(/^permissions: \{\}$/m);
    for (const name of ["comment", "continue", "report"]) {
      expect(githubJobs.get(name)).toContain(": write");
      expect(githubJobs.get(name)).not.toContain("checkout");
    }
  });

  test("validates pull requests from forks and plans those of the repository alone", () => {
    expect(githubJobs.get("validate")).not.toMatch(/secrets|vars\./);
    expect(githubJobs.get("preview")).toContain("head.repo.full_name == github.repository");
    expect(githubJobs.get("preview")).toContain("apply: false");
  });

  test("reads the exit codes of Terraform itself", () => {
    expect(action).toContain("terraform_wrapper: false");
  });

  test("passes values to shells by variables alone", () => {
    const shells = [...text.matchAll(/\brun: (?:\|\n((?: {10}.*\n)+)|(.*)\n)/g)].map(
      ([, lines, line]) => lines ?? line,
    );
    expect(shells.length).toBeGreaterThan(5);
    for (const shell of shells) expect(shell).not.toContain("${{");
  });
});

test("the GitLab pipeline hides the plan from guests, starts apply by hand, and shows the plan's numbers", () => {
  expect(gitlabJobs.get("plan")).toContain("access: developer");
  expect(gitlabJobs.get("plan")).toContain("terraform: $FOLDER/plan.json");
  expect(gitlabJobs.get("apply")).toContain("when: manual");
});

test("image, action and tests name the same Terraform, and the image has a user of its own", () => {
  const named = /terraform_version: "(.*)"/.exec(action)?.[1];
  expect(named).toBeDefined();
  expect(read("gitlab/Dockerfile")).toContain(`FROM hashicorp/terraform:${named} `);
  expect(read("gitlab/Dockerfile")).toMatch(/^USER runner$/m);
});

describe("the scripts", () => {
  let copy = "";
  beforeEach(() => {
    copy = mkdtempSync(path.join(tmpdir(), "ci-example-"));
    for (const part of ["pipeline", "tracking"])
      cpSync(path.join(folder, part), path.join(copy, part), { recursive: true });
    writeFileSync(path.join(copy, "tracking/backend.tf"), 'terraform {\n  backend "http" {}\n}\n');
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  function program(name: string, lines: readonly string[]): string {
    const file = path.join(copy, name);
    writeFileSync(file, `${["#!/bin/sh", ...lines].join("\n")}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  const lineList = (file: string) => readFileSync(path.join(copy, file), "utf8").trimEnd().split("\n");

  interface Exits {
    readonly refreshOnly?: number;
    readonly plan?: number;
    readonly init?: number;
    readonly apply?: string;
    readonly report?: number;
  }

  /** Runs a script with a Terraform and a provider that note what they are asked and end as they are told. */
  function run(script: string, exits: Exits, env = {}) {
    const terraform = program("fake-terraform", [
      `echo "$*" >>"${copy}/calls"`,
      `env >"${copy}/environment"`,
      `case "$*" in`,
      `  plan*-refresh-only*) exit ${exits.refreshOnly ?? 0} ;;`,
      `  plan*) exit ${exits.plan ?? 0} ;;`,
      `  init*) exit ${exits.init ?? 0} ;;`,
      `  apply*) ${exits.apply ?? "exit 0"} ;;`,
      `  show*) echo '{"resource_changes":[{"change":{"actions":["create"]}}]}' ;;`,
      "esac",
    ]);
    const provider = program("fake-provider", [
      `echo "$*" | sed 's/[^ ]*tmp[^ ]*/FILE/' >>"${copy}/calls"`,
      'for out in "$@"; do :; done',
      `echo summary >"\${out%.md}.md"`,
      `exit ${exits.report ?? 0}`,
    ]);
    const { status, stdout, stderr } = spawnSync(path.join(copy, "pipeline", script), ["tracking"], {
      cwd: copy,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], TERRAFORM: terraform, PROVIDER: provider, CI: "true", ...env },
    });
    return { status, stdout, stderr };
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
    expect(lineList("tracking/drift.md")).toEqual(["summary"]);
  });

  test.each<Exits>([
    { refreshOnly: 1, plan: 2 },
    { refreshOnly: 2, plan: 1 },
    { init: 1 },
    { refreshOnly: 137 },
    { report: 1 },
  ])("drift.sh ends with 1 when a command fails: %j", (exits) => {
    const { status, stdout } = run("drift.sh", exits);
    expect(status).toBe(1);
    expect(stdout).not.toContain("world:");
  });

  const init = "init -lockfile=readonly";

  test.each([
    [
      "drift.sh",
      [
        init,
        "plan -lock-timeout=5m -detailed-exitcode -refresh-only",
        "plan -lock-timeout=5m -detailed-exitcode",
        "show -json",
        "report --managed FILE --fail-on none --format markdown,html --out drift",
      ],
    ],
    [
      "plan.sh",
      [
        init,
        "plan -lock-timeout=5m -detailed-exitcode -out=plan.tfplan",
        "show -json plan.tfplan",
        "report --plan FILE --offline --format markdown --out plan.md",
      ],
    ],
    ["apply.sh", [init, "apply -lock-timeout=5m plan.tfplan"]],
  ])("%s runs these commands", (script, commands) => {
    run(script, {});
    expect(lineList("calls")).toEqual(commands);
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

  test("apply.sh ends with 0 and says so when its limit ends the apply, and with 1 when the apply fails", () => {
    const limit = { APPLY_LIMIT: "0.2s" };
    expect(run("apply.sh", { apply: "exec sleep 30" }, limit)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("unfinished=true"),
    });
    expect(run("apply.sh", { apply: "exit 1" }, limit)).toMatchObject({ status: 1 });
    expect(run("apply.sh", {}, { APPLY_LIMIT: "1m" }).stdout).toContain("unfinished=false");
  });

  test.each(["plan.sh", "apply.sh", "drift.sh"])("%s needs a backend where CI is true", (script) => {
    rmSync(path.join(copy, "tracking/backend.tf"));
    expect(run(script, {})).toMatchObject({ status: 1, stderr: expect.stringContaining("backend") });
    expect(run(script, {}, { CI: "" })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("backend"),
    });
  });

  test("GitLab's variables say where the state is", () => {
    const gitlabJob = {
      CI_API_V4_URL: "https://gitlab.example.com/api/v4",
      CI_PROJECT_ID: "7",
      CI_JOB_TOKEN: "example",
    };
    run("apply.sh", {}, gitlabJob);
    expect(lineList("environment")).toContain(
      "TF_HTTP_ADDRESS=https://gitlab.example.com/api/v4/projects/7/terraform/state/tracking",
    );
  });

  test.each(["validate.sh", "plan.sh", "apply.sh", "drift.sh"])(
    "%s runs Terraform without its log",
    (script) => {
      run(script, {}, { TF_LOG: "trace", TF_LOG_PROVIDER: "trace", TF_LOG_PATH: "log" });
      const environment = lineList("environment");
      expect(environment.filter((line) => line.startsWith("TF_LOG"))).toEqual([]);
      expect(environment).toEqual(expect.arrayContaining(["TF_INPUT=0", "CHECKPOINT_DISABLE=1"]));
    },
  );

  test("validate.sh takes the credentials away from Terraform", () => {
    const given = { DIALOG360_USERNAME: "partner@example.com", DIALOG360_PASSWORD: "example-password" };
    expect(run("validate.sh", {}, given).status).toBe(0);
    expect(lineList("environment").join("\n")).not.toMatch(/example-password|partner@example/);
  });

  test("states.sh lists each folder with a configuration once, and fails where there is none", () => {
    mkdirSync(path.join(copy, "tracking/exampleCL"));
    writeFileSync(path.join(copy, "tracking/exampleCL/main.tf"), "");
    mkdirSync(path.join(copy, "tracking/notes"));
    const list = () => spawnSync(path.join(copy, "pipeline/states.sh"), { cwd: copy, encoding: "utf8" });
    expect(JSON.parse(list().stdout.replace("states=", ""))).toEqual([
      { folder: "tracking", name: "tracking" },
      { folder: "tracking/exampleCL", name: "tracking-exampleCL" },
    ]);
    rmSync(path.join(copy, "tracking"), { recursive: true });
    expect(list()).toMatchObject({ status: 1, stderr: expect.stringContaining(".tf") });
  });
});

describe("install-provider.sh", () => {
  let home = "";
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), "ci-install-"));
    cpSync(path.join(folder, "pipeline"), path.join(home, "pipeline"), { recursive: true });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const install = (PATH: string) =>
    spawnSync(path.join(home, "pipeline/install-provider.sh"), {
      encoding: "utf8",
      env: { HOME: home, PATH },
    });

  test("lets the provider on PATH install itself", () => {
    writeFileSync(path.join(home, "terraform-provider-dialog360"), '#!/bin/sh\necho "asked to $*"\n');
    chmodSync(path.join(home, "terraform-provider-dialog360"), 0o755);
    const { status, stdout } = install(`${home}:${process.env["PATH"]}`);
    expect([status, stdout]).toEqual([0, "asked to install\n"]);
  });

  test("says what is missing when there is no provider to be had", () => {
    const { status, stderr } = install("/usr/bin:/bin");
    expect(status).toBe(1);
    expect(stderr).toContain("PROVIDER_SHA256");
  });
});

test("the README names every script", () => {
  for (const script of readdirSync(path.join(folder, "pipeline")).filter((file) => file.endsWith(".sh"))) {
    expect(read("README.md")).toContain(`\`${script}\``);
  }
});
