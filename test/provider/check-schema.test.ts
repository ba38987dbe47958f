import { checkSchema, type SchemaOwner } from "../../src/framework/schema";
import { formatPath } from "../../src/framework/value";
import { dialog360Provider } from "../../src/provider";

const { schema, resources, dataSources, ephemeralResources = [] } = dialog360Provider;

test.each<[string, typeof schema, SchemaOwner]>([
  ["the provider", schema, "provider"],
  ...resources.map(({ type, schema: own }): [string, typeof schema, SchemaOwner] => [type, own, "resource"]),
  ...dataSources.map(({ type, schema: own }): [string, typeof schema, SchemaOwner] => [
    type,
    own,
    "data source",
  ]),
  ...ephemeralResources.map(({ type, schema: own }): [string, typeof schema, SchemaOwner] => [
    type,
    own,
    "ephemeral resource",
  ]),
])("%s has a schema that Terraform takes and that the framework keeps", (_name, given, owner) => {
  expect(checkSchema(given, owner).map(({ path, problem }) => `${formatPath(path)} ${problem}`)).toEqual([]);
});
