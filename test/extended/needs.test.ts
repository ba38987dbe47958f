import { program, suite } from "./needs";

suite("a suite that has what it needs", { shell: program(["sh"], "NO_SUCH_VARIABLE") }, ({ shell }) => {
  test("is given what was found", () => {
    expect(shell).toMatch(/\/sh$/);
  });

  test("is told of a variable that names no program, where another one would do", () => {
    process.env["A_SHELL"] = "/no/such/shell";

    expect(program(["sh"], "A_SHELL")()).toEqual({
      missing: "A_SHELL names /no/such/shell, which is no program",
    });
  });
});
