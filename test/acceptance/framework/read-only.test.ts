import { titles } from "../../../src/framework/titles";
import { diagnose } from "../harness/diagnose";
import { stage } from "../harness/toy-stage";

test("a value for what only the provider sets is refused at its line, since Terraform lets it pass", async () => {
  const { workspace } = await stage('resource "toy_scalars" "it" {\n  id = "mine"\n}\n');

  const { errors } = await diagnose(workspace, "validate");

  expect(errors).toMatchObject([{ summary: titles.readOnly("id"), line: 'id = "mine"' }]);
});
