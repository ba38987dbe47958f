import type { Resource } from "../define/resource";
import {
  GetResourceIdentitySchemas_Request,
  GetResourceIdentitySchemas_Response,
  type ResourceIdentitySchema,
} from "../protocol/generated/tfplugin6";
import { type Attribute, attributeType } from "../schema";
import { typeToJson } from "../value";
import type { Rpc } from "./rpc";

/** GetResourceIdentitySchemas: the identity of each type. Core asks once. Configuration does not change the answer. */
export const getResourceIdentitySchemas: Rpc<
  GetResourceIdentitySchemas_Request,
  GetResourceIdentitySchemas_Response
> = {
  name: "GetResourceIdentitySchemas",
  request: GetResourceIdentitySchemas_Request,
  response: GetResourceIdentitySchemas_Response,
  handle: ({ server }) => ({
    identitySchemas: Object.fromEntries(
      [...server.resources].flatMap(([name, resource]) =>
        resource.identity === undefined ? [] : [[name, messageOf(resource)]],
      ),
    ),
  }),
};

function messageOf({ identity = {}, identityVersion = 0, schema }: Resource<never>): ResourceIdentitySchema {
  const identityAttributes = Object.entries(identity).map(([name, presence]) => {
    const attribute = schema[name] as Attribute;
    return {
      name,
      type: Buffer.from(JSON.stringify(typeToJson(attributeType(attribute)))),
      requiredForImport: presence === "required",
      optionalForImport: presence === "optional",
      description: attribute.description,
    };
  });
  return { version: BigInt(identityVersion), identityAttributes };
}
