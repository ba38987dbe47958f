import { checkProvider } from "../../src/framework";
import { dialog360Provider } from "../../src/provider";

test("the provider is such as Terraform takes it and the framework keeps it", () => {
  expect(checkProvider(dialog360Provider)).toEqual([]);
});
